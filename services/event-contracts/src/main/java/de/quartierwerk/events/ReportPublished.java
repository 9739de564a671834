package de.quartierwerk.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report (Bericht) was published.
 *
 * @param report id of the report
 * @param type {@code monitoring}, {@code social-report}, {@code action-concept} or {@code funding}
 * @param area space key it speaks of; the whole installation where there is none
 * @param period period it speaks of
 * @param language {@code de} or {@code en}
 * @param publishedAt instant of the publication
 */
public record ReportPublished(
        UUID report, String type, @Nullable String area, String period, String language, Instant publishedAt) {}
