package de.quartierwerk.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.demonstration.indicator.DemonstrationIndicator;
import de.quartierwerk.demonstration.membership.Field;
import de.quartierwerk.demonstration.membership.Memberships;
import de.quartierwerk.demonstration.territory.Territory;
import de.quartierwerk.demonstration.territory.TerritoryGenerator;
import de.quartierwerk.demonstration.values.SpaceSeries;
import de.quartierwerk.demonstration.values.ValueModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/** A made-up city region (Demonstrationsregion), the same for the same settings. */
public final class DemonstrationRegion {

    /** Code of the shipped scheme. */
    public static final String SCHEME = "handlungsfelder";

    /** Code of the level of the social spaces. */
    public static final String LEVEL = "social-space";

    private final RegionSettings settings;
    private final Territory territory;
    private final Memberships memberships;
    private final ValueModel values;

    private DemonstrationRegion(RegionSettings settings) {
        this.settings = settings;
        this.territory = TerritoryGenerator.generate(settings);
        double[] hectares = territory.spaces().stream()
                .mapToDouble(TerritoryGenerator::hectares)
                .toArray();
        this.memberships = Memberships.draw(territory, hectares, settings.seed());
        this.values = new ValueModel(settings, territory, memberships, hectares);
    }

    /** Draws a region. */
    public static DemonstrationRegion generate(RegionSettings settings) {
        return new DemonstrationRegion(settings);
    }

    /** The shipped classification scheme with the four fields of action. */
    public static JsonNode scheme() {
        try (InputStream in = DemonstrationRegion.class.getResourceAsStream(SCHEME + ".json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What it was drawn from. */
    public RegionSettings settings() {
        return settings;
    }

    /** Districts, municipalities and spaces. */
    public Territory territory() {
        return territory;
    }

    /** The drawn memberships, which the scheme finds again in the last year. */
    public Memberships memberships() {
        return memberships;
    }

    /** The catalogue. */
    public List<DemonstrationIndicator> indicators() {
        return DemonstrationIndicator.all();
    }

    /** All counts of a space, by its position in the territory; computed anew with each call. */
    public SpaceSeries series(int space) {
        return values.series(space);
    }

    /** Number of spaces of a field. */
    public int spaces(Field field) {
        return memberships.of(field).cardinality();
    }

    /** Number of municipalities with a space of a field. */
    public int municipalities(Field field) {
        BitSet members = memberships.of(field);
        int count = 0;
        for (int m = 0; m < territory.municipalities().size(); m++) {
            int next = members.nextSetBit(territory.firstSpace().get(m));
            count += next >= 0 && next < territory.firstSpace().get(m + 1) ? 1 : 0;
        }
        return count;
    }

    /** Number of spaces with at least one need. */
    public int spacesInNeed() {
        return memberships.inNeed().cardinality();
    }
}
