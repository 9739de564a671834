package de.quartierwerk.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A reader who knows the whole rule and all its parameters but the secret: which tables would have left the same
 * numbers public, with some secret?
 */
class RuleReaderTest {
    private static final int SECRETS = 8;
    private static final int ENOUGH = 3;
    private static final int TOTAL = -1;
    private static final int[] NOTHING = {};

    @ParameterizedTest
    @CsvSource({"3 62 5 2 2", "65 3 3 2 40", "8 8 2 32 0", "4 9 4 2 50"})
    void twoTablesFitWhateverIsSuppressed(String numbers) {
        int[] parts =
                Arrays.stream(numbers.split(" ")).mapToInt(Integer::parseInt).toArray();

        for (int secret = 0; secret < 10; secret++) {
            assertThat(fewestLeft(parts, suppressed(parts, secret))).isGreaterThan(2);
        }
    }

    @Test
    void noSmallCountIsKnownInSomeFamilies() {
        noSmallCountIsKnown(400);
    }

    @Test
    @Tag("long")
    void noSmallCountIsKnownInManyFamilies() {
        noSmallCountIsKnown(2000);
    }

    private static void noSmallCountIsKnown(int families) {
        Random random = new Random(20);
        int small = 0;
        int known = 0;
        int twoLeft = 0;
        for (int i = 0; i < families; i++) {
            int[] parts = family(random);
            Set<Integer> suppressed = suppressed(parts, i);
            if (!suppressed.isEmpty()) {
                int left = fewestLeft(parts, suppressed);
                small++;
                known += left < 2 ? 1 : 0;
                twoLeft += left == 2 ? 1 : 0;
            }
        }

        assertThat(known).as("known in %d families", small).isZero();
        assertThat(twoLeft).as("two left in %d families", small).isLessThan(small / 20);
    }

    @Test
    void theSameSecretSuppressesTheSame() {
        int[] parts = {7, 2, 7, 7, 7};

        Set<Set<Integer>> chosen = new HashSet<>();
        for (int secret = 0; secret < 40; secret++) {
            assertThat(suppressed(parts, secret)).isEqualTo(suppressed(parts, secret));
            chosen.add(suppressed(parts, secret));
        }

        assertThat(chosen).hasSize(4);
    }

    private static int[] family(Random random) {
        int[] parts = new int[5];
        for (int i = 0; i < parts.length; i++) {
            int kind = random.nextInt(4);
            parts[i] = kind == 0 ? random.nextInt(4) : kind < 3 ? random.nextInt(12) : random.nextInt(80);
        }
        return parts;
    }

    /** The fewest numbers that a suppressed small count can be, over all tables that fit. */
    private static int fewestLeft(int[] parts, Set<Integer> suppressed) {
        if (suppressed.contains(TOTAL)) {
            return Integer.MAX_VALUE;
        }
        List<Integer> places = List.copyOf(suppressed);
        List<Set<Integer>> left = new ArrayList<>();
        places.forEach(place -> left.add(new TreeSet<>()));
        int sum = places.stream().mapToInt(place -> parts[place]).sum();
        fit(parts, parts.clone(), places, 0, sum, suppressed, left);
        return IntStream.range(0, places.size())
                .filter(i -> parts[places.get(i)] < 3)
                .map(i -> left.get(i).size())
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private static void fit(
            int[] parts,
            int[] table,
            List<Integer> places,
            int next,
            int rest,
            Set<Integer> suppressed,
            List<Set<Integer>> left) {
        if (next == places.size() - 1) {
            table[places.get(next)] = rest;
            boolean news = IntStream.range(0, places.size())
                    .anyMatch(i -> parts[places.get(i)] < 3
                            && left.get(i).size() < ENOUGH
                            && !left.get(i).contains(table[places.get(i)]));
            if (news && couldLeave(table, suppressed)) {
                IntStream.range(0, places.size()).forEach(i -> left.get(i).add(table[places.get(i)]));
            }
            return;
        }
        for (int value = 1; value < rest - (places.size() - next - 2); value++) {
            table[places.get(next)] = value;
            fit(parts, table, places, next + 1, rest - value, suppressed, left);
        }
    }

    private static boolean couldLeave(int[] table, Set<Integer> suppressed) {
        boolean possible =
                IntStream.range(0, table.length).allMatch(i -> table[i] == 0 || table[i] > 2 || suppressed.contains(i));
        return possible
                && IntStream.range(0, SECRETS)
                        .anyMatch(secret -> suppressed(table, secret).equals(suppressed));
    }

    private static Set<Integer> suppressed(int[] parts, int secret) {
        List<TestHierarchy.Space> spaces = new ArrayList<>();
        spaces.add(new TestHierarchy.Space("m", "municipality", List.of("m")));
        for (int i = 0; i < parts.length; i++) {
            spaces.add(new TestHierarchy.Space("m" + i, "quarter", List.of("m", "m" + i)));
        }
        TestHierarchy tree = new TestHierarchy(spaces);
        Series series = new Series("n", Series.Figures.COUNT, 3, NOTHING, new double[0], false);
        byte[] key = ("secret " + secret).getBytes(StandardCharsets.UTF_8);
        Cells cells = new Cells(List.of(series), tree, Lots.keyed(key, number -> "n", tree));
        cells.add(0, new Cells.Revision(0, 1, Arrays.stream(parts).sum(), Double.NaN, false, false, true, false));
        for (int i = 0; i < parts.length; i++) {
            boolean small = parts[i] > 0 && parts[i] < 3;
            cells.add(0, new Cells.Revision(i + 1, 1, parts[i], Double.NaN, small, small, true, false));
        }
        SecondaryControl.apply(cells, 1);
        return IntStream.range(TOTAL, parts.length)
                .filter(i -> cells.isHidden(i + 1))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
