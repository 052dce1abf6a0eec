package io.greenroom.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.road.Requests;
import org.junit.jupiter.api.Test;

class OriginsTest {
    private static final Requests REQUEST = Requests.get("/");

    @Test
    void takeTheHostThatTheRequestCameTo() {
        assertThat(new Origins("").of(REQUEST)).isEqualTo("http://" + REQUEST.host());
    }

    @Test
    void takeTheBoundAddressWithoutARequest() {
        Origins origins = new Origins("");
        assertThat(origins.withoutRequest()).isEmpty();
        origins.listensAt("http://127.0.0.1:4733");
        assertThat(origins.withoutRequest()).isEqualTo("http://127.0.0.1:4733");
    }

    @Test
    void preferTheConfiguredAddress() {
        Origins origins = new Origins("https://books.example.org");
        origins.listensAt("http://127.0.0.1:4733");
        assertThat(origins.of(REQUEST)).isEqualTo("https://books.example.org");
        assertThat(origins.withoutRequest()).isEqualTo("https://books.example.org");
    }
}
