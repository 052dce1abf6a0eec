package io.greenroom.kernel.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenFilesTest {
    @ParameterizedTest
    @CsvSource({"20000, 10000", "1024, 768", "200, 50", "unlimited, 10000"})
    void reservesFilesForOtherUses(String limit, int connections) {
        List<String> limits = List.of(
                "Limit                     Soft Limit           Hard Limit           Units     ",
                "Max open files            " + limit + "                 20000                files     ");
        assertThat(OpenFiles.connections(10_000, limits)).isEqualTo(connections);
    }

    @Test
    void keepsTheConfiguredConnectionsIfTheSystemReportsNoLimit() {
        assertThat(OpenFiles.connections(10_000, List.of())).isEqualTo(10_000);
    }

    @Test
    void readsTheLimitOfTheSystem() {
        assertThat(OpenFiles.connections(10)).isEqualTo(10);
    }
}
