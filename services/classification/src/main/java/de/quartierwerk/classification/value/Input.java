package de.quartierwerk.classification.value;

import java.util.UUID;

/**
 * A vector that a run works on.
 *
 * @param vector id of the vector
 * @param release release it came with
 * @param indicator indicator code
 * @param lag how many periods before the run's period it lies
 */
public record Input(long vector, UUID release, String indicator, int lag) {}
