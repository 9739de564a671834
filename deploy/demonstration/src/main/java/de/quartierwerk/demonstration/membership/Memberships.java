package de.quartierwerk.demonstration.membership;

import de.quartierwerk.demonstration.Draw;
import de.quartierwerk.demonstration.territory.Territory;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which space belongs to which field of action, drawn before any value, and the latent factors behind all values.
 *
 * <p>In each municipality the most deprived spaces make the field of families, the most deprived of these the
 * disadvantaged ones, those of most immigration among them the field of integration; the field of the elderly takes the
 * spaces with the most room. Beside them a few small spaces have high rates but low numbers: no need is found there.
 */
public final class Memberships {

    private final Map<Field, BitSet> members = new EnumMap<>(Field.class);
    private final BitSet highRateLowNumber = new BitSet();
    private final double[] deprivation;
    private final double[] migration;
    private final double[] density;
    private final Territory territory;

    private Memberships(Territory territory, double[] hectares, long seed) {
        this.territory = territory;
        int spaces = territory.spaces().size();
        this.deprivation = new double[spaces];
        this.migration = new double[spaces];
        this.density = new double[spaces];
        for (Field field : Field.values()) {
            members.put(field, new BitSet(spaces));
        }
        for (int m = 0; m < territory.municipalities().size(); m++) {
            factors(m, hectares, seed);
            choose(m);
        }
    }

    /** Draws the memberships of a territory whose spaces have these sizes. */
    public static Memberships draw(Territory territory, double[] hectares, long seed) {
        return new Memberships(territory, hectares, seed);
    }

    /** Whether a space was drawn into a field. */
    public boolean has(Field field, int space) {
        return members.get(field).get(space);
    }

    /** The spaces drawn into a field. */
    public BitSet of(Field field) {
        return (BitSet) members.get(field).clone();
    }

    /** Spaces with high rates of poor children whose number stays below the threshold. */
    public BitSet highRateLowNumber() {
        return (BitSet) highRateLowNumber.clone();
    }

    /** Spaces drawn into at least one field. */
    public BitSet inNeed() {
        BitSet all = new BitSet();
        members.values().forEach(all::or);
        return all;
    }

    /** Latent deprivation of a space within its municipality, -1 to 1. */
    public double deprivation(int space) {
        return deprivation[space];
    }

    /** Latent immigration of a space within its municipality, -1 to 1. */
    public double migration(int space) {
        return migration[space];
    }

    /** How densely a space is built within its municipality, -1 to 1. */
    public double density(int space) {
        return density[space];
    }

    private void factors(int municipality, double[] hectares, long seed) {
        int first = territory.firstSpace().get(municipality);
        int size = territory.size(municipality);
        List<Integer> byArea = IntStream.range(first, first + size)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer s) -> -hectares[s]))
                .toList();
        for (int rank = 0; rank < size; rank++) {
            int space = byArea.get(rank);
            Draw draw = Draw.of(seed, "factors", space);
            density[space] = size == 1 ? -1 : 2.0 * rank / (size - 1) - 1;
            deprivation[space] = limited(0.45 * density[space] + 0.4 * draw.bell());
            migration[space] = limited(0.6 * deprivation[space] + 0.35 * draw.bell());
        }
    }

    private static double limited(double factor) {
        return Math.max(-1, Math.min(1, factor));
    }

    private void choose(int municipality) {
        MunicipalityProfile profile = territory.profiles().get(municipality);
        int first = territory.firstSpace().get(municipality);
        List<Integer> poorestFirst = IntStream.range(first, first + profile.spaces())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer s) -> -deprivation[s]))
                .toList();
        List<Integer> families = poorestFirst.subList(0, profile.families());
        families.forEach(members.get(Field.FAMILIES)::set);
        poorestFirst.subList(0, profile.disadvantaged()).forEach(members.get(Field.DISADVANTAGED)::set);
        families.stream()
                .sorted(Comparator.comparingDouble((Integer s) -> -migration[s]))
                .limit(profile.integration())
                .forEach(members.get(Field.INTEGRATION)::set);
        List<Integer> others = widestFirst(poorestFirst.subList(profile.families(), profile.spaces()));
        int outside = profile.inNeed() - profile.families();
        others.subList(0, outside).forEach(members.get(Field.ELDERLY)::set);
        widestFirst(families).subList(0, profile.elderly() - outside).forEach(members.get(Field.ELDERLY)::set);
        if (profile.spaces() >= 6 && profile.deprivation() < 0.95) {
            highRateLowNumber.set(others.get(others.size() - 1));
        }
    }

    private List<Integer> widestFirst(List<Integer> spaces) {
        return spaces.stream()
                .sorted(Comparator.comparingDouble(s -> density[s]))
                .toList();
    }
}
