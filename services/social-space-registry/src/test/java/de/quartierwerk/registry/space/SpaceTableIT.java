package de.quartierwerk.registry.space;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class SpaceTableIT {
    @Inject
    Jdbi jdbi;

    @Test
    void givesAKeyToOneSpaceAtAnyMoment() {
        insert("table-1", "2006-01-01", "2020-12-31");

        assertThatNoException().isThrownBy(() -> insert("table-1", "2021-01-01", null));
        assertThatExceptionOfType(JdbiException.class)
                .isThrownBy(() -> insert("table-1", "2020-12-31", "2020-12-31"))
                .withStackTraceContaining("table-1 belongs to two spaces at once");
        assertThatExceptionOfType(JdbiException.class)
                .isThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> jdbi.useHandle(
                                handle -> handle.execute("update space set valid_to = null where key = 'table-1'"))))
                .withStackTraceContaining("table-1 belongs to two spaces at once");
    }

    @Test
    void endsNoSpaceBeforeItBegins() {
        assertThatExceptionOfType(JdbiException.class)
                .isThrownBy(() -> insert("table-2", "2021-01-01", "2020-12-31"))
                .withStackTraceContaining("ck_space_validity");
    }

    private void insert(String key, String from, @Nullable String to) {
        QuarkusTransaction.requiringNew().run(() -> jdbi.useHandle(handle -> handle.execute("""
                        insert into space (key, name, level, path, valid_from, valid_to, attributes, version)
                        values (?, 'x', 'district', array[cast(? as text)], cast(? as date), cast(? as date), '{}', 1)
                        """, key, key, from, to)));
    }
}
