package de.quartierwerk.demonstration.membership;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The municipalities of a region of any size: the ten standard ones, repeated for every 93 spaces and stretched so that
 * the number of spaces is met exactly.
 */
public final class RegionProfile {

    private RegionProfile() {}

    /** One group of ten municipalities per 93 spaces; the sizes of all together are {@code spaces}. */
    public static List<List<MunicipalityProfile>> groups(int spaces) {
        int count = Math.max(1, Math.round((float) spaces / MunicipalityProfile.STANDARD_SPACES));
        List<List<MunicipalityProfile>> groups = new ArrayList<>(count);
        for (int group = 0; group < count; group++) {
            int from = (int) ((long) spaces * group / count);
            int to = (int) ((long) spaces * (group + 1) / count);
            groups.add(group(to - from));
        }
        return List.copyOf(groups);
    }

    private static List<MunicipalityProfile> group(int spaces) {
        List<MunicipalityProfile> standard = MunicipalityProfile.STANDARD;
        int[] sizes = new int[standard.size()];
        double[] wanted = new double[sizes.length];
        int left = spaces;
        for (int i = 0; i < sizes.length; i++) {
            wanted[i] = (double) standard.get(i).spaces() * spaces / MunicipalityProfile.STANDARD_SPACES;
            sizes[i] = Math.max(1, (int) wanted[i]);
            left -= sizes[i];
        }
        List<Integer> byRemainder = IntStream.range(0, sizes.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> sizes[i] - wanted[i]))
                .toList();
        for (int i = 0; left > 0; i++, left--) {
            sizes[byRemainder.get(i % sizes.length)]++;
        }
        for (int i = 0; left < 0; i++, left++) {
            sizes[i % 4]--;
        }
        return IntStream.range(0, sizes.length)
                .mapToObj(i -> standard.get(i).ofSize(sizes[i]))
                .toList();
    }
}
