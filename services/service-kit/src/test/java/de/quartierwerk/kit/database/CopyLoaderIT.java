package de.quartierwerk.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class CopyLoaderIT {
    private static final String NASTY = "tab\there\nback\\slash \"quoted\" \\N";

    @Inject
    CopyLoader loader;

    @Inject
    JsonColumns json;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void anEmptyTable() {
        execute("create table if not exists sample (name text, number numeric, names text[], content bytea)");
        execute("truncate sample");
    }

    @Test
    void copiesEveryKindOfCell() {
        byte[] bytes = "bytes".getBytes(StandardCharsets.UTF_8);

        loader.load(
                "sample (name, number, names, content)",
                List.of(
                                Arrays.asList(NASTY, new BigDecimal("1E+3"), List.of("a,b", NASTY), bytes),
                                Arrays.asList(null, null, List.of(), null))
                        .iterator());

        assertThat(list("select * from sample order by name", row -> row.getString("name")))
                .containsExactly(NASTY, null);
        assertThat(first("select * from sample", row -> Columns.texts(row, "names")))
                .hasValue(List.of("a,b", NASTY));
        assertThat(number("select number from sample where name is not null")).isEqualTo(1000);
        assertThat(first("select content from sample where name is not null", row -> row.getBytes(1)))
                .hasValue(bytes);
    }

    @Test
    void copiesMoreThanOnePortion() {
        loader.load(
                "sample (name)",
                IntStream.range(0, 200_000).mapToObj(i -> List.of("row " + i)).iterator());

        assertThat(number("select count(*) from sample")).isEqualTo(200_000);
    }

    @Test
    void whatAsksWhileRowsAreLoadedBehindWaitsForThem() {
        CopyRows rows = new CopyRows();
        for (int i = 0; i < 200_000; i++) {
            rows.add("row " + i).plain(i).end();
        }

        QuarkusTransaction.requiringNew().run(() -> {
            try (CopyBehind loading = loader.loadBehind("sample (name, number)")) {
                loading.copy(rows);
                assertThat(number("select count(*) from sample")).isEqualTo(200_000);
            }
        });
    }

    @Test
    void tellsOfRowsThatCouldNotBeLoadedBehind() {
        CopyRows bad = new CopyRows();
        bad.add("no number").end();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    try (CopyBehind loading = loader.loadBehind("sample (number)")) {
                        loading.copy(bad);
                    }
                }))
                .isInstanceOf(SqlFailure.class)
                .rootCause()
                .hasMessageContaining("no number");
        assertThat(number("select count(*) from sample")).isZero();
    }

    @Test
    void copiesSeveralBuffersBehindAndEmptiesThem() {
        CopyRows one = new CopyRows();
        one.add(NASTY).plain(1).end();
        CopyRows none = new CopyRows();
        CopyRows other = new CopyRows();
        other.add("\0").add(new BigDecimal("1E+3")).end();

        QuarkusTransaction.requiringNew().run(() -> {
            try (CopyBehind loading = loader.loadBehind("sample (name, number)")) {
                loading.copy(one, none, other);
                assertThat(number("select count(*) from sample")).isEqualTo(2);
                loading.copy(one, none, other);
                assertThat(number("select count(*) from sample")).isEqualTo(2);
            }
        });

        assertThat(list("select name from sample order by number", row -> row.getString(1)))
                .containsExactly(NASTY, "\ufffd");
    }

    @Test
    void leavesNothingOfACopyThatFails() {
        List<List<?>> rows = List.of(List.of("1"), List.of("not a number"));

        assertThatThrownBy(() -> loader.load("sample (number)", rows.iterator()))
                .isInstanceOf(SqlFailure.class);

        assertThat(number("select count(*) from sample")).isZero();
    }

    @Test
    void bindsAndReadsInstantsArraysAndJson() {
        Instant instant = Instant.parse("2024-02-03T04:05:06.123456Z");

        assertThat(first("select ?::timestamptz as at", row -> Columns.instant(row, "at"), instant))
                .hasValue(instant);
        assertThat(number("select cardinality(?)", (Object) new String[] {"a", "b"}))
                .isEqualTo(2);
        assertThat(first(
                        "select ?::jsonb as document",
                        row -> json.read(row, "document", new TypeReference<Map<String, Integer>>() {}),
                        new Json(Map.of("a", 1))))
                .hasValue(Map.of("a", 1));
    }

    @Test
    void keepsValuesOutOfMessages() {
        assertThatThrownBy(() -> number("select 1 / 0 from (select ?::text) as given", "secret"))
                .isInstanceOf(UnableToExecuteStatementException.class)
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("secret"));
    }

    @Test
    void sharesTheTransactionWithAll() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    execute("insert into sample (name) values ('a')");
                    loader.load("sample (name)", List.of(List.of("b")).iterator());
                    assertThat(number("select count(*) from sample")).isEqualTo(2);
                    throw new IllegalStateException("rolled back");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(number("select count(*) from sample")).isZero();
    }

    private void execute(String sql) {
        jdbi.useHandle(handle -> handle.execute(sql));
    }

    private long number(String sql, Object... parameters) {
        return first(sql, row -> row.getLong(1), parameters).orElseThrow();
    }

    private <T> Optional<T> first(String sql, Reader<T> reader, Object... parameters) {
        return list(sql, reader, parameters).stream().findFirst();
    }

    private <T> List<T> list(String sql, Reader<T> reader, Object... parameters) {
        return jdbi.withHandle(handle -> handle.select(sql, parameters)
                .map((row, context) -> reader.read(row))
                .list());
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
