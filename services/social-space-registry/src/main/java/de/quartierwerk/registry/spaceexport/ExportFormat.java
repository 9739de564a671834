package de.quartierwerk.registry.spaceexport;

/** The form of a file of spaces. */
enum ExportFormat {
    /** GeoJSON, with boundaries. */
    geojson("application/geo+json", "geojson"),
    /** A table, with boundaries as WKT. */
    csv("text/csv", "csv"),
    /** GeoPackage, one layer for each level. */
    gpkg("application/geopackage+sqlite3", "gpkg"),
    /** Shapefile in a zip. */
    shp("application/zip", "zip");

    private final String mediaType;
    private final String ending;

    ExportFormat(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    String mediaType() {
        return mediaType;
    }

    /** Ending of the file's name. */
    String ending() {
        return ending;
    }
}
