package de.quartierwerk.ingestion.intake.mapping;

import java.time.Instant;

/**
 * A version of a stored mapping (Lieferprofil).
 *
 * @param code natural key
 * @param version from 1, one more with every changed mapping
 * @param mapping the mapping
 * @param recordedAt when this version was stored
 */
public record Profile(String code, long version, Mapping mapping, Instant recordedAt) {}
