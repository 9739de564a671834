package de.quartierwerk.registry.geofile;

import org.jspecify.annotations.Nullable;

/**
 * A layer (Ebene einer Geodatei).
 *
 * @param name name within the file
 * @param features number of features
 * @param geometryType type as the file names it
 * @param crs coordinate system as the file names it; absent where it names none
 */
public record Layer(
        String name,
        long features,
        String geometryType,
        @Nullable String crs) {
    @Override
    public String toString() {
        return name + " (" + features + ", " + geometryType + (crs == null ? "" : ", " + crs) + ")";
    }
}
