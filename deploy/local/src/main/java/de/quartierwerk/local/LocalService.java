package de.quartierwerk.local;

import java.nio.file.Path;
import java.util.Locale;

/** The five services as they run on one machine. */
public enum LocalService {
    /** Levels and social spaces. */
    REGISTRY("social-space-registry", 8081, 320),
    /** Indicators, submissions, values. */
    INGESTION("indicator-ingestion", 8082, 384),
    /** Schemes, runs, needs. */
    CLASSIFICATION("classification", 8083, 384),
    /** Actors, programmes, applications. */
    FUNDING("stakeholder-funding", 8084, 224),
    /** Read model and reports. */
    REPORTING("reporting", 8085, 320);

    private final String folder;
    private final int port;
    private final int heapMegabytes;

    LocalService(String folder, int port, int heapMegabytes) {
        this.folder = folder;
        this.port = port;
        this.heapMegabytes = heapMegabytes;
    }

    /** The service of that root, e.g. {@code registry}. */
    public static LocalService of(String root) {
        return valueOf(root.toUpperCase(Locale.ROOT));
    }

    /** The first part of all its paths, which also names its database and the database's owner. */
    public String root() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its port where the offset is 0. */
    int port() {
        return port;
    }

    int heapMegabytes() {
        return heapMegabytes;
    }

    /** What Maven has built of it. */
    Path jar(Path checkout) {
        return checkout.resolve("services").resolve(folder).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
