package io.greenroom.kernel.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            postgresql://ada:a%3Ab@db:5432/green, jdbc:postgresql://db:5432/green, ada, a:b
            postgres://ada@db/green?sslmode=require, jdbc:postgresql://db/green?sslmode=require, ada, ''
            jdbc:postgresql://db/green?user=ada&password=x, jdbc:postgresql://db/green?user=ada&password=x, '', ''
            postgresql://a+d:p@ss+w@db, jdbc:postgresql://db/, a+d, p@ss+w
            postgresql://[::1]:5433?sslrootcert=/a/b, jdbc:postgresql://[::1]:5433/?sslrootcert=/a/b, '', ''
            'postgresql://one:5432,two:5433/green', 'jdbc:postgresql://one:5432,two:5433/green', '', ''
            """)
    void readsUsersAndDatabases(String text, String url, String user, String password) {
        assertThat(Address.read(text)).contains(new Address(url, user, password));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mysql://db/green",
                "postgresql:/db",
                "postgresql:///green",
                "postgresql://db:port/green",
                "postgresql://db:70000/green",
                "postgresql://ada:%zz@db/green",
                "postgresql://db/green too",
            })
    void readsNothingElse(String text) {
        assertThat(Address.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://ada:hush@db/green?password=hush", "postgresql://hush@db/green"})
    void hidesSecrets(String text) {
        assertThat(Address.read(text).orElseThrow()).hasToString("postgresql://db/green");
    }
}
