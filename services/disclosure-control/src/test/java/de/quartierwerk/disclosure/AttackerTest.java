package de.quartierwerk.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An attacker who computes with everything public finds no suppressed number, unless a rule is left out. */
class AttackerTest {
    private static final int REGIONS = 240;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void findsNothingInManyRegions(boolean informed) {
        Set<String> found = new TreeSet<>();
        int refused = 0;
        for (int seed = 0; seed < REGIONS; seed++) {
            PublishingOffice office = office(seed, PublishingOffice.Without.NOTHING);
            refused += office.refused();
            for (String name : new PublicReader(office, informed).findings()) {
                found.add("region " + seed + ": " + name);
            }
        }

        assertThat(found).isEmpty();
        assertThat(refused).as("refused releases").isLessThan(REGIONS);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOTHING")
    void findsSomethingWhereARuleIsLeftOut(PublishingOffice.Without without) {
        int broken = 0;
        for (int seed = 0; seed < 60; seed++) {
            broken += found(office(seed, without)).isEmpty() ? 0 : 1;
        }

        assertThat(broken).as("regions with a number found").isGreaterThan(5);
    }

    @Test
    void regionsAreTheSameForTheSameSeed() {
        assertThat(found(office(7, PublishingOffice.Without.SECONDARY)))
                .isEqualTo(found(office(7, PublishingOffice.Without.SECONDARY)))
                .isNotEmpty();
    }

    private static Set<String> found(PublishingOffice office) {
        return new PublicReader(office, false).findings();
    }

    /** Publishes all at once, series after series, or with a late space; then makes up to three corrections. */
    private static PublishingOffice office(int seed, PublishingOffice.Without without) {
        PublishingOffice office = new PublishingOffice(new GeneratedRegion(seed, seed % 5 == 0), without);
        switch (seed % 3) {
            case 0 -> office.publish();
            case 1 ->
                List.of(
                                List.of(Item.OTHER),
                                List.of(Item.PART),
                                List.of(Item.POPULATION, Item.RATIO),
                                List.of(Item.MEAN))
                        .forEach(office::publish);
            default -> office.publishWithLateSpace();
        }
        for (int i = 0; i < seed % 4; i++) {
            office.correct();
        }
        return office;
    }
}
