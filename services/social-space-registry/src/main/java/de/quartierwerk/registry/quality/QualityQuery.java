package de.quartierwerk.registry.quality;

import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.registry.validity.Days;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Query parameters of the quality report. */
public class QualityQuery {
    @QueryParam("level")
    @Parameter(description = "Code of the level; all levels when left out", example = "planning-area")
    @Nullable
    String level;

    @QueryParam("parent")
    @Parameter(description = "Key of a space: only what lies below it", example = "0403")
    @Nullable
    String parent;

    @QueryParam("asOf")
    @Parameter(description = "Day on which the spaces are valid; today when left out", example = "2020-12-31")
    @Nullable
    LocalDate asOf;

    @QueryParam("from")
    @Parameter(
            description =
                    "Smallest area in square metres that is told; 1 when left out. With 0 also corners that neighbours lack",
            example = "100")
    @Nullable
    Double from;

    @Nullable
    String level() {
        return level == null || level.isBlank() ? null : Keys.check("level", level);
    }

    @Nullable
    String parent() {
        return parent == null || parent.isBlank() ? null : Keys.check("parent", parent);
    }

    LocalDate day(LocalDate today) {
        return asOf == null ? today : Days.check("asOf", asOf);
    }

    double from() {
        if (from == null) {
            return 1;
        }
        if (!(from >= 0) || from.isInfinite()) {
            throw Invalid.parameter("from", from, "quality.from-negative", "from");
        }
        return from;
    }
}
