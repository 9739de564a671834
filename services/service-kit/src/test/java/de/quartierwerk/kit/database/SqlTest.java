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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class SqlTest {
    private static final String NASTY = "tab\there\nback\\slash \"quoted\" \\N";

    @Inject
    Sql sql;

    @BeforeEach
    void anEmptyTable() {
        sql.update("create table if not exists sample (name text, number numeric, names text[], content bytea)");
        sql.update("truncate sample");
    }

    @Test
    void copiesEveryKindOfCell() {
        byte[] bytes = "bytes".getBytes(StandardCharsets.UTF_8);

        sql.copy(
                "sample (name, number, names, content)",
                List.of(
                                Arrays.asList(NASTY, new BigDecimal("1E+3"), List.of("a,b", NASTY), bytes),
                                Arrays.asList(null, null, List.of(), null))
                        .iterator());

        assertThat(sql.list("select * from sample order by name", row -> row.getString("name")))
                .containsExactly(NASTY, null);
        assertThat(sql.first("select * from sample", row -> Sql.texts(row, "names")))
                .hasValue(List.of("a,b", NASTY));
        assertThat(sql.number("select number from sample where name is not null"))
                .isEqualTo(1000);
        assertThat(sql.first("select content from sample where name is not null", row -> row.getBytes(1)))
                .hasValue(bytes);
    }

    @Test
    void copiesMoreThanOnePortion() {
        sql.copy(
                "sample (name)",
                IntStream.range(0, 200_000).mapToObj(i -> List.of("row " + i)).iterator());

        assertThat(sql.number("select count(*) from sample")).isEqualTo(200_000);
    }

    @Test
    void whatAsksWhileRowsAreLoadedBehindWaitsForThem() {
        CopyRows rows = new CopyRows();
        for (int i = 0; i < 200_000; i++) {
            rows.add("row " + i).plain(i).end();
        }

        QuarkusTransaction.requiringNew().run(() -> {
            try (CopyBehind loading = sql.copyBehind("sample (name, number)")) {
                loading.copy(rows);
                assertThat(sql.number("select count(*) from sample")).isEqualTo(200_000);
            }
        });
    }

    @Test
    void tellsOfRowsThatCouldNotBeLoadedBehind() {
        CopyRows bad = new CopyRows();
        bad.add("no number").end();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    try (CopyBehind loading = sql.copyBehind("sample (number)")) {
                        loading.copy(bad);
                    }
                }))
                .isInstanceOf(SqlFailure.class)
                .rootCause()
                .hasMessageContaining("no number");
        assertThat(sql.number("select count(*) from sample")).isZero();
    }

    @Test
    void copiesSeveralBuffersBehindAndEmptiesThem() {
        CopyRows one = new CopyRows();
        one.add(NASTY).plain(1).end();
        CopyRows none = new CopyRows();
        CopyRows other = new CopyRows();
        other.add("\0").add(new BigDecimal("1E+3")).end();

        QuarkusTransaction.requiringNew().run(() -> {
            try (CopyBehind loading = sql.copyBehind("sample (name, number)")) {
                loading.copy(one, none, other);
                assertThat(sql.number("select count(*) from sample")).isEqualTo(2);
                loading.copy(one, none, other);
                assertThat(sql.number("select count(*) from sample")).isEqualTo(2);
            }
        });

        List<String> names = new ArrayList<>();
        sql.visit("select name from sample order by number", row -> names.add(row.getString(1)));
        assertThat(names).containsExactly(NASTY, "\ufffd");
    }

    @Test
    void leavesNothingOfACopyThatFails() {
        List<List<?>> rows = List.of(List.of("1"), List.of("not a number"));

        assertThatThrownBy(() -> sql.copy("sample (number)", rows.iterator())).isInstanceOf(SqlFailure.class);

        assertThat(sql.number("select count(*) from sample")).isZero();
    }

    @Test
    void bindsAndReadsInstantsArraysAndJson() {
        Instant instant = Instant.parse("2024-02-03T04:05:06.123456Z");

        assertThat(sql.first("select ?::timestamptz as at", row -> Sql.instant(row, "at"), instant))
                .hasValue(instant);
        assertThat(sql.number("select cardinality(?)", (Object) new String[] {"a", "b"}))
                .isEqualTo(2);
        assertThat(sql.first(
                        "select ?::jsonb as document",
                        row -> sql.json(row, "document", new TypeReference<Map<String, Integer>>() {}),
                        new Json(Map.of("a", 1))))
                .hasValue(Map.of("a", 1));
    }

    @Test
    void joinsWithoutNestedLoopsForAWhile() {
        String setting = "select current_setting('enable_nestloop')";
        List<String> seen = new ArrayList<>();

        QuarkusTransaction.requiringNew().run(() -> {
            sql.withoutNestedLoops(() -> sql.visit(setting, row -> seen.add(row.getString(1))));
            sql.visit(setting, row -> seen.add(row.getString(1)));
        });

        assertThat(seen).containsExactly("off", "on");
    }

    @Test
    void changesManyRows() {
        sql.updateAll(
                "insert into sample (name) values (?)",
                IntStream.range(0, 7000)
                        .mapToObj(i -> new Object[] {"row " + i})
                        .toList());

        assertThat(sql.number("select count(*) from sample")).isEqualTo(7000);
    }
}
