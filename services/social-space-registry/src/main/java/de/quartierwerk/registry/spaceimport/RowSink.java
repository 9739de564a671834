package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.registry.boundary.MeasuredBoundary;
import java.util.Collection;
import java.util.Map;

/** Takes what a file holds while it is read, in the file's order. */
interface RowSink {
    /** A good row; some may have one key. */
    void row(SpaceRow row);

    /** A fault of another row or of the file, or a warning. */
    void finding(Finding finding);

    /** The boundaries that spaces of these keys have already, where it knows; asked on another thread. */
    default Map<String, MeasuredBoundary> known(Collection<String> keys) {
        return Map.of();
    }
}
