package de.quartierwerk.registry.spaceexport;

import de.quartierwerk.registry.boundary.Crs;
import de.quartierwerk.registry.span.SpanFilter;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be exported.
 *
 * @param levels their codes
 * @param asOf day on which the spaces are valid
 * @param crs system of the boundaries
 * @param licence of the spaces, absent where the installation names none
 * @param source whose spaces they are
 */
record ExportOrder(
        List<String> levels,
        LocalDate asOf,
        Crs crs,
        @Nullable String licence,
        @Nullable String source) {

    SpanFilter filter(String level) {
        return SpanFilter.on(level, asOf);
    }

    /** The licence, where it is an address. */
    Optional<URI> licenceAddress() {
        try {
            return Optional.ofNullable(licence).map(URI::create).filter(URI::isAbsolute);
        } catch (IllegalArgumentException text) {
            return Optional.empty();
        }
    }

    /** Origin and state, in a sentence. */
    String metadata() {
        return "Social spaces (" + String.join(", ", levels) + ") as of " + asOf
                + (source == null ? "" : "; source: " + source)
                + "; licence: " + (licence == null ? "not stated" : licence);
    }
}
