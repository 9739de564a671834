package de.quartierwerk.classification.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.hipparchus.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds first principal components against those of Apache Commons Math. */
class PrincipalComponentTest {
    private static final int SPACES = 40;
    private static final double[] FIRST = {0.1, 0.2, 0.7};
    private static final double[] SECOND = {10.7, 11.1, 12.6};

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 9})
    void loadingsAndScoresAgreeWithAnIndependentLibraryWithSign(int columns) {
        Random random = new Random(columns);
        double[][] data = data(columns, random);
        int leading = random.nextInt(columns);

        IndexOutcome outcome = compute(data, leading, Standardise.NONE);

        double[] loadings = independent(data, leading);
        for (int c = 0; c < columns; c++) {
            assertThat(outcome.components().get(c).share()).isCloseTo(loadings[c], within(1e-9));
        }
        assertThat(loadings[leading]).isPositive();
        for (int i = 0; i < SPACES; i++) {
            double score = 0;
            for (int c = 0; c < columns; c++) {
                score += loadings[c] * z(data, c, i);
            }
            assertThat(outcome.raw(i)).isCloseTo(score, within(1e-9));
        }
    }

    @Test
    void ranksAreCentredAndScaledToo() {
        double[][] data = data(3, new Random(5));
        double[][] ranks = new double[SPACES][3];
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < SPACES; i++) {
                for (int other = 0; other < SPACES; other++) {
                    ranks[i][c] += data[other][c] <= data[i][c] ? 1 : 0;
                }
            }
        }

        IndexOutcome ranked = compute(data, 1, Standardise.RANK);
        IndexOutcome plain = compute(ranks, 1, Standardise.NONE);

        for (int i = 0; i < SPACES; i++) {
            assertThat(ranked.raw(i)).isCloseTo(plain.raw(i), within(1e-12));
        }
    }

    @Test
    void whereTheNamedComponentDoesNotVaryTheLargestLoadingIsPositive() {
        double[][] data = data(3, new Random(8));
        for (double[] row : data) {
            row[0] = 7;
        }

        IndexOutcome outcome = compute(data, 0, Standardise.NONE);

        double second = outcome.components().get(1).share();
        double third = outcome.components().get(2).share();
        assertThat(outcome.components().get(0).share()).isZero();
        assertThat(Math.abs(second) >= Math.abs(third) ? second : third).isPositive();
    }

    @Test
    void aNamedComponentWhoseLoadingIsRoundingOnlyDoesNotDecideTheSign() {
        for (int k = 0; k < 20; k++) {
            double[][] data = new double[12][];
            for (int i = 0; i < data.length; i++) {
                double other = (i % 2 == 0 ? 5.3 : 7.7) + 0.1 * k;
                data[i] = new double[] {FIRST[i / 4], SECOND[i / 4], other};
            }

            IndexOutcome outcome = compute(data, 2, Standardise.NONE);

            assertThat(outcome.components().get(0).share()).isPositive();
            assertThat(outcome.components().get(1).share()).isPositive();
        }
    }

    /**
     * Two groups in which all varies, one in which a component does not, and a space without a group: what has no
     * number leaves the loadings of the others as they are.
     */
    @ParameterizedTest
    @EnumSource(names = {"FIRST_PRINCIPAL_COMPONENT", "FACTOR_ANALYSIS", "FACTOR_ANALYSIS_EXACT"})
    void groupedLoadingsRestOnTheSpacesThatHaveEveryComponent(Combine combine) {
        double[][] data = data(3, new Random(4));
        String[] groups = new String[SPACES];
        for (int i = 0; i < SPACES; i++) {
            groups[i] = i < 15 ? "A" : i < 30 ? "B" : i < SPACES - 1 ? "C" : null;
            data[i][1] = i < 30 ? data[i][1] : 7;
        }

        IndexOutcome all = grouped(combine, data, groups);

        IndexOutcome some = grouped(combine, Arrays.copyOf(data, 30), groups);
        for (int c = 0; c < 3; c++) {
            assertThat(all.components().get(c).share())
                    .isNotZero()
                    .isCloseTo(some.components().get(c).share(), within(1e-9));
        }
        assertThat(all.gap(0)).isEqualTo(Gap.NONE);
        assertThat(all.gap(30)).isEqualTo(Gap.NOTHING_VARIES);
        assertThat(all.gap(SPACES - 1)).isEqualTo(Gap.NOTHING_VARIES);
    }

    @Test
    void whereNoSpaceHasEveryComponentNothingIsLoaded() {
        double[][] data = {{1, 5}, {2, 5}, {5, 1}, {5, 2}};

        IndexOutcome outcome = grouped(Combine.FIRST_PRINCIPAL_COMPONENT, data, "A", "A", "B", "B");

        for (int i = 0; i < data.length; i++) {
            assertThat(outcome.gap(i)).isEqualTo(Gap.NOTHING_VARIES);
        }
        assertThat(outcome.components().get(0).share()).isZero();
    }

    @Test
    void aMatrixThatHoldsNoNumbersIsRefused() {
        assertThatThrownBy(() -> Eigenvectors.of(new double[] {1, Double.NaN}, new double[] {Double.NaN, 1}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static IndexOutcome grouped(Combine combine, double[][] data, String... groups) {
        Standardisation how = new Standardisation(Standardise.Z_POPULATION, null, null, null, null, "group", null);
        Map<String, Column> columns = new HashMap<>();
        Component[] components = new Component[data[0].length];
        for (int c = 0; c < components.length; c++) {
            int at = c;
            columns.put(
                    "c" + c,
                    Column.of(Arrays.stream(data).mapToDouble(row -> row[at]).toArray()));
            components[c] = Samples.component("c" + c, Standardise.NONE, 1).with(how);
        }
        Index index = Samples.oriented(Samples.index("i", combine, Missing.EXCLUDE_SPACE, components), "c0");
        Figures figures = new Figures() {
            @Override
            public Column column(String indicator, int lag) {
                return columns.get(indicator);
            }

            @Override
            public String attribute(int position, String name) {
                return groups[position];
            }
        };
        return Classification.compute(
                        Samples.scheme(List.of(index), List.of()),
                        Samples.flat(data.length),
                        figures,
                        Selection.without(new boolean[data.length]))
                .index("i");
    }

    private static double[][] data(int columns, Random random) {
        double[][] data = new double[SPACES][columns];
        for (double[] row : data) {
            double common = random.nextGaussian();
            for (int c = 0; c < columns; c++) {
                row[c] = (c % 2 == 0 ? 1 : -1) * (c + 1) * common + 2 * random.nextGaussian() + 100 * c;
            }
        }
        return data;
    }

    private static IndexOutcome compute(double[][] data, int leading, Standardise how) {
        int columns = data[0].length;
        Map<String, Column> figures = new HashMap<>();
        Component[] components = new Component[columns];
        for (int c = 0; c < columns; c++) {
            double[] x = new double[data.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = data[i][c];
            }
            figures.put("c" + c, Column.of(x));
            components[c] = Samples.component("c" + c, how, 1);
        }
        return Samples.compute(
                Samples.oriented(
                        Samples.index("i", Combine.FIRST_PRINCIPAL_COMPONENT, Missing.EXCLUDE_SPACE, components),
                        "c" + leading),
                figures);
    }

    private static double[] independent(double[][] data, int leading) {
        double[] vector = new EigenDecompositionSymmetric(
                        new PearsonsCorrelation(new Array2DRowRealMatrix(data)).getCorrelationMatrix())
                .getEigenvector(0)
                .toArray();
        double sign = Math.signum(vector[leading]);
        for (int c = 0; c < vector.length; c++) {
            vector[c] *= sign;
        }
        return vector;
    }

    private static double z(double[][] data, int c, int i) {
        DescriptiveStatistics column = new DescriptiveStatistics();
        for (double[] row : data) {
            column.addValue(row[c]);
        }
        return (data[i][c] - column.getMean()) / Math.sqrt(column.getPopulationVariance());
    }
}
