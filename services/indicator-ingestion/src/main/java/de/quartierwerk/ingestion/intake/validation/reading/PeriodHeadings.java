package de.quartierwerk.ingestion.intake.validation.reading;

import de.quartierwerk.events.Period;
import de.quartierwerk.ingestion.intake.file.TableRow;
import de.quartierwerk.ingestion.intake.mapping.ColumnPeriods;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The period of rows that name none: that of the last row which held nothing else (Zwischenüberschrift). */
final class PeriodHeadings {
    private @Nullable Period last;

    /** @param first period before the first heading; null for none */
    PeriodHeadings(@Nullable Period first) {
        this.last = first;
    }

    /** Takes the period of a row that holds nothing else; answers whether it does. */
    boolean take(TableRow row) {
        String only = "";
        for (int i = 0; i < row.size(); i++) {
            String text = row.text(i);
            if (!text.isEmpty() && !only.isEmpty() && !text.equals(only)) {
                return false;
            }
            only = text.isEmpty() ? only : text;
        }
        Optional<Period> period =
                ColumnPeriods.of(only).filter(found -> found.name().isEmpty()).map(ColumnPeriods.Split::period);
        last = period.orElse(last);
        return period.isPresent();
    }

    Optional<Period> period() {
        return Optional.ofNullable(last);
    }
}
