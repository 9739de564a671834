package de.quartierwerk.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An attacker who knows that zeros are shown finds no count among quarters and their year, men and women, before and
 * after a space moved, under two names, and behind a delivered share, unless the office does not know that these hang
 * together.
 */
class LinkedAttackerTest {
    @Test
    void findsNothingInSomeFamilies() {
        findsNothing(150);
    }

    @Test
    @Tag("long")
    void findsNothingInManyFamilies() {
        findsNothing(2000);
    }

    private static void findsNothing(int families) {
        Set<String> known = new TreeSet<>();
        int small = 0;
        int twoLeft = 0;
        int refused = 0;
        for (int seed = 0; seed < families; seed++) {
            LinkedTables tables = new LinkedTables(seed, true);
            for (String name : tables.found(1, false)) {
                known.add("family " + seed + ": " + name);
            }
            small += tables.small();
            twoLeft += tables.found(2, true).size();
            refused += tables.refused();
        }

        assertThat(known).isEmpty();
        assertThat(twoLeft).as("two left of %d small counts", small).isLessThanOrEqualTo(small / 20);
        assertThat(refused).as("refused releases").isLessThan(families / 2);
    }

    @Test
    void findsHardlyAnythingAsOneOfTheSubmitters() {
        int known = 0;
        int without = 0;
        for (int seed = 0; seed < 45; seed++) {
            known += knownToInsiders(new LinkedTables(seed, true, true));
            without += knownToInsiders(new LinkedTables(seed, true, false));
        }

        assertThat(known).isLessThan(without / 5);
    }

    private static int knownToInsiders(LinkedTables tables) {
        return tables.areas().stream()
                .mapToInt(area -> tables.found(1, true, area).size())
                .sum();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void findsSomethingWhereTheOfficeDoesNotKnow(int kind) {
        int broken = 0;
        for (int i = 0; i < 120; i++) {
            LinkedTables tables = new LinkedTables(5 * i + kind, false);
            broken += tables.found(1, false).isEmpty() ? 0 : 1;
        }

        assertThat(broken).as("families with a number found").isGreaterThan(1);
    }
}
