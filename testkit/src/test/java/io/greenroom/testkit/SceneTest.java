package io.greenroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@GreenroomTest
class SceneTest {
    @Test
    void asksOverHttpWithATokenOfTheAuthorizationServer(Scene scene) {
        Reply reply = scene.ask("trackingfieldList").refused("not-built");
        assertThat(reply.header("x-zm-trackingid")).matches("v=2.0;clid=us02;rid=WEB_[0-9a-f]{32}");
        assertThat(reply.json().text("message")).contains("trackingfieldList");
    }

    @Test
    void sendsNoTokenIfItIsEmpty(Scene scene) {
        scene.ask("trackingfieldList").token("").refused("token-invalid");
    }

    @Test
    void seesAnotherAccountOnTheSameServer(Scene scene) {
        Scene other = scene.elsewhere();
        assertThat(other.origin()).isEqualTo(scene.origin());
        assertThat(other.account()).isNotEqualTo(scene.account());
    }
}
