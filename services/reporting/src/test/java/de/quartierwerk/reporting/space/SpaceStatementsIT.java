package de.quartierwerk.reporting.space;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.events.LevelDefined;
import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.reporting.map.Boundary;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class SpaceStatementsIT {
    private static final LocalDate OLD = LocalDate.of(2006, 1, 1);
    private static final LocalDate NEW = LocalDate.of(2020, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2023, 12, 31);
    private static final Map<String, Object> POINT = Map.of("type", "Point", "coordinates", List.of(6.5, 50.5));

    @Inject
    SpaceStatements statements;

    private final String root = "s" + UUID.randomUUID().toString().substring(0, 8);

    private SocialSpace space(String suffix, LocalDate from, @Nullable LocalDate to, int version, String... notice) {
        String key = root + suffix;
        List<String> path = suffix.isEmpty() ? List.of(root) : List.of(root, key);
        return new SocialSpace(
                key,
                "Space " + suffix + " v" + version,
                suffix.isEmpty() ? "district" : "block",
                suffix.isEmpty() ? null : root,
                path,
                from,
                to,
                new BigDecimal("1250000.5"),
                POINT,
                notice.length == 0 ? Map.of() : Map.of(notice[0], notice[1]),
                version);
    }

    private void store(SocialSpace... spaces) {
        statements.upsert(List.of(spaces));
    }

    @Test
    void keepsTheNewestVersionOfASpace() {
        store(space("", OLD, null, 3));

        store(space("", OLD, null, 2));

        assertThat(statements.find(root, TODAY)).hasValueSatisfying(found -> {
            assertThat(found.name()).isEqualTo("Space  v3");
            assertThat(found.areaSquareMetres()).isEqualByComparingTo("1250000.5");
            assertThat(found.path()).containsExactly(root);
        });
    }

    @Test
    void findsTheSpaceThatWasValidElseTheLatest() {
        store(space("-a", OLD, NEW.minusDays(1), 1), space("-a", NEW, null, 2));

        assertThat(statements.find(root + "-a", LocalDate.of(2010, 6, 1)))
                .hasValueSatisfying(found -> assertThat(found.validTo()).isEqualTo(NEW.minusDays(1)));
        assertThat(statements.find(root + "-a", TODAY))
                .hasValueSatisfying(found -> assertThat(found.validFrom()).isEqualTo(NEW));
        assertThat(statements.find(root + "-a", LocalDate.of(1990, 1, 1)))
                .hasValueSatisfying(found -> assertThat(found.validFrom()).isEqualTo(NEW));
        assertThat(statements.find(root + "-b", TODAY)).isEmpty();
    }

    @Test
    void listsAnAreaWithItselfOnADay() {
        store(space("", OLD, null, 1), space("-a", OLD, NEW.minusDays(1), 1), space("-b", NEW, null, 1));

        assertThat(statements.within(root, TODAY)).extracting(Space::key).containsExactly(root, root + "-b");
        assertThat(statements.within(root, LocalDate.of(2010, 6, 1)))
                .extracting(Space::key)
                .containsExactly(root, root + "-a");
        assertThat(statements.within(null, TODAY)).extracting(Space::key).contains(root, root + "-b");
    }

    @Test
    void knowsSpacesThatEnded() {
        store(space("-a", OLD, NEW.minusDays(1), 1));

        assertThat(statements.exists(root + "-a")).isTrue();
        assertThat(statements.exists(root)).isFalse();
    }

    @Test
    void findsSiblingsAlsoAtTheTop() {
        store(space("", OLD, null, 1), space("-a", OLD, null, 1), space("-b", OLD, null, 1));

        assertThat(statements.siblings(root, "block", TODAY))
                .extracting(Space::key)
                .containsExactly(root + "-a", root + "-b");
        assertThat(statements.siblings(null, "district", TODAY))
                .extracting(Space::key)
                .contains(root);
    }

    @Test
    void readsBoundariesInTheOrderOfTheKeys() {
        store(space("-b", OLD, null, 1), space("-a", OLD, null, 1));

        assertThat(statements.boundaries(List.of(root + "-b", root + "-a", "nowhere"), TODAY))
                .extracting(Boundary::key)
                .containsExactly(root + "-a", root + "-b");
        assertThat(statements.boundaries(List.of(root + "-a"), TODAY).get(0).geometry())
                .containsEntry("type", "Point");
    }

    @Test
    void collectsNoticesEachOnce() {
        store(
                space("", OLD, null, 1, "notice", "Census corrected"),
                space("-a", OLD, null, 1, "notice", "Census corrected"),
                space("-b", OLD, null, 1, "madeUp", "true"),
                space("-c", OLD, null, 1, "erfunden", "true"),
                space("-d", OLD, null, 1, "madeUp", "false"));

        assertThat(statements.notices(root, TODAY)).containsExactly("Census corrected", Notices.MADE_UP);
    }

    @Test
    void keepsTheNewestVersionOfALevel() {
        statements.upsert(new LevelDefined(root, "Quarter", 35, 2));

        statements.upsert(new LevelDefined(root, "Old name", 36, 1));

        assertThat(statements.levels()).contains(new Level(root, "Quarter", 35));
    }
}
