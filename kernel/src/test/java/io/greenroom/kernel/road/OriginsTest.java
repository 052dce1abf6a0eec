package io.greenroom.kernel.road;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OriginsTest {
    private static final Requests REQUEST = Requests.get("/");

    @Test
    void takeTheHostThatTheRequestCameTo() {
        assertThat(new Origins("").of(REQUEST)).isEqualTo("http://" + REQUEST.host());
    }

    @Test
    void preferTheConfiguredAddress() {
        assertThat(new Origins("https://books.example.org").of(REQUEST)).isEqualTo("https://books.example.org");
    }
}
