package de.quartierwerk.classification.space;

import de.quartierwerk.classification.method.Territory;
import java.util.List;
import java.util.Map;

/**
 * A territory with what a scheme asks of its spaces beside values.
 *
 * @param territory spaces and larger areas
 * @param squareKilometres area of each space, null where the registry knows none; empty unless asked for
 * @param attributes attribute name to the text of each space, null where it has none
 */
public record TerritorySnapshot(
        Territory territory, List<Double> squareKilometres, Map<String, List<String>> attributes) {}
