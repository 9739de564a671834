package de.quartierwerk.classification.space;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.classification.method.Territory;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A territory with what a scheme asks of its spaces beside values.
 *
 * @param territory spaces and larger areas
 * @param squareKilometres area of each space, null where the registry knows none; empty unless asked for
 * @param attributes attribute name to the text of each space, null where it has none
 * @param namesakes other spaces that had or will have the key of one of the spaces
 */
public record TerritorySnapshot(
        Territory territory,
        List<@Nullable Double> squareKilometres,
        Map<String, List<@Nullable String>> attributes,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Namesake> namesakes) {
    public TerritorySnapshot {
        namesakes = namesakes == null ? List.of() : List.copyOf(namesakes);
    }

    /** The text of each space for an attribute that was asked for. */
    public List<@Nullable String> texts(String attribute) {
        List<@Nullable String> texts = attributes.get(attribute);
        if (texts == null) {
            throw new IllegalArgumentException("The attribute " + attribute + " was not asked for");
        }
        return texts;
    }

    /**
     * Another space with the same key; with the first day of its validity a key is an identity.
     *
     * @param position position of the space of the territory
     * @param validFrom first day on which the key means the other space
     * @param validTo last day; null while there is none
     */
    public record Namesake(
            int position, LocalDate validFrom, @Nullable LocalDate validTo) {}

    /** Positions of the spaces whose key meant another space on a day. */
    public BitSet renewed(LocalDate day) {
        BitSet positions = new BitSet();
        for (Namesake other : namesakes) {
            boolean ended = other.validTo() != null && other.validTo().isBefore(day);
            if (!ended && !other.validFrom().isAfter(day)) {
                positions.set(other.position());
            }
        }
        return positions;
    }
}
