package de.quartierwerk.reporting.report;

import de.quartierwerk.reporting.text.Language;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What a report speaks of.
 *
 * @param type kind of report
 * @param area space key, null for the whole installation
 * @param areaPath keys from the root down to the area; empty for the whole installation
 * @param period period
 * @param scheme code of the only scheme it shows, null for all
 * @param language language of its pages
 */
@Embeddable
record ReportSubject(
        @Enumerated(EnumType.STRING) ReportType type,
        @Nullable String area,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> areaPath,
        String period,
        @Nullable String scheme,
        @Enumerated(EnumType.STRING) Language language) {}
