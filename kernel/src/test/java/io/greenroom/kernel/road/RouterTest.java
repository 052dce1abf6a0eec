package io.greenroom.kernel.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.AbstractList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouterTest {
    private static Router router(Endpoint... endpoints) {
        Router router = new Router();
        List.of(endpoints).forEach(router::add);
        return router;
    }

    private static String found(Router router, String method, String... segments) {
        return router.find(method, List.of(segments))
                .map(match -> match.endpoint().operation().id() + match.values())
                .orElse("nothing");
    }

    @Test
    void givesTheValuesInTheOrderOfTheTemplate() {
        Router router = router(Operations.at("one", "GET", "/a/{x}/b/{y}"));
        assertThat(found(router, "GET", "a", "1", "b", "2")).isEqualTo("one[1, 2]");
    }

    @Test
    void prefersLiteralsAndFallsBackToParametersAtEachSegment() {
        Router router = router(
                Operations.at("literal", "GET", "/users/email"),
                Operations.at("parameter", "GET", "/users/{id}"),
                Operations.at("deep", "GET", "/users/{id}/tsp"),
                Operations.at("removal", "DELETE", "/users/{id}"));
        assertThat(found(router, "GET", "users", "email")).isEqualTo("literal[]");
        assertThat(found(router, "GET", "users", "ada")).isEqualTo("parameter[ada]");
        assertThat(found(router, "GET", "users", "email", "tsp")).isEqualTo("deep[email]");
        assertThat(found(router, "DELETE", "users", "email")).isEqualTo("removal[email]");
        assertThat(found(router, "GET", "users")).isEqualTo("nothing");
        assertThat(found(router, "GET", "users", "ada", "pac")).isEqualTo("nothing");
        assertThat(found(router, "POST", "users", "ada")).isEqualTo("nothing");
    }

    @Test
    void dropsValuesOfAFailedBranch() {
        Router router =
                router(Operations.at("nearly", "GET", "/a/b/{x}/c"), Operations.at("really", "GET", "/a/{x}/{y}/d"));
        assertThat(found(router, "GET", "a", "b", "1", "d")).isEqualTo("really[b, 1]");
    }

    @Test
    void findsTheGetRouteForHead() {
        Router router = router(Operations.at("one", "GET", "/a"), Operations.at("two", "POST", "/b"));
        assertThat(found(router, "HEAD", "a")).isEqualTo("one[]");
        assertThat(found(router, "HEAD", "b")).isEqualTo("nothing");
    }

    @Test
    void takesNoRouteTwice() {
        assertThatThrownBy(() -> router(Operations.at("one", "GET", "/a/{x}"), Operations.at("two", "GET", "/a/{y}")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("two and one have the same route");
    }

    @Test
    void takesAsManyStepsAmongTenThousandRoutesAsAmongOne() {
        Router small = router(Operations.at("one", "GET", "/group1/{id}/thing1"));
        Router large = new Router();
        for (int i = 0; i < 5_000; i++) {
            large.add(Operations.at("thing" + i, "GET", "/group" + i % 100 + "/{id}/thing" + i));
            large.add(Operations.at("all" + i, "GET", "/group" + i % 100 + "/all/thing" + i));
        }
        assertThat(steps(large, "group1", "x", "thing1")).isEqualTo(steps(small, "group1", "x", "thing1"));
        assertThat(steps(large, "group99", "x", "thing4999")).isEqualTo(3);
        assertThat(steps(large, "group99", "x", "thing5000")).isEqualTo(3);
    }

    /** How often a segment is looked at. */
    private static int steps(Router router, String... segments) {
        Counted counted = new Counted(segments);
        router.find("GET", counted);
        return counted.looks;
    }

    private static final class Counted extends AbstractList<String> {
        private final String[] segments;
        private int looks;

        private Counted(String... segments) {
            this.segments = segments;
        }

        @Override
        public String get(int index) {
            looks++;
            return segments[index];
        }

        @Override
        public int size() {
            return segments.length;
        }
    }
}
