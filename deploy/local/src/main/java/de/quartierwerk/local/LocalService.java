package de.quartierwerk.local;

import de.quartierwerk.events.Topics;
import de.quartierwerk.servers.KafkaAccess;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * The five services as they run on one machine. How their heaps are reckoned stands in the README of the service kit.
 */
public enum LocalService {
    /** Levels and social spaces. */
    REGISTRY("social-space-registry", 8081, 120, 336, Set.of(), Set.of(Topics.SOCIAL_SPACE)),
    /** Indicators, submissions, values. */
    INGESTION(
            "indicator-ingestion",
            8082,
            120,
            384,
            Set.of(Topics.SOCIAL_SPACE),
            Set.of(Topics.INDICATOR, Topics.VALUE_PROTECTED, Topics.VALUE_PUBLIC)),
    /** Schemes, runs, needs. */
    CLASSIFICATION(
            "classification",
            8083,
            120,
            384,
            Set.of(Topics.SOCIAL_SPACE, Topics.INDICATOR, Topics.VALUE_PROTECTED),
            Set.of(Topics.CLASSIFICATION)),
    /** Actors, programmes, applications. */
    FUNDING(
            "stakeholder-funding",
            8084,
            170,
            320,
            Set.of(Topics.SOCIAL_SPACE, Topics.CLASSIFICATION),
            Set.of(Topics.STAKEHOLDER, Topics.FUNDING)),
    /** Read model and reports. */
    REPORTING(
            "reporting",
            8085,
            110,
            320,
            Set.of(
                    Topics.SOCIAL_SPACE,
                    Topics.INDICATOR,
                    Topics.VALUE_PUBLIC,
                    Topics.CLASSIFICATION,
                    Topics.STAKEHOLDER,
                    Topics.FUNDING),
            Set.of(Topics.REPORT));

    private final String folder;
    private final int port;
    private final int ownMegabytes;
    private final int heapMegabytes;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> reads;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> writes;

    /**
     * @param reads topics that it may read at the broker
     * @param writes topics that it may write there
     */
    LocalService(String folder, int port, int ownMegabytes, int heapMegabytes, Set<String> reads, Set<String> writes) {
        this.folder = folder;
        this.port = port;
        this.ownMegabytes = ownMegabytes;
        this.heapMegabytes = heapMegabytes;
        this.reads = reads;
        this.writes = writes;
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
    public int port() {
        return port;
    }

    /** What it may do at the broker; its consumer group is its application's name. */
    public KafkaAccess.User kafkaUser(String password) {
        return new KafkaAccess.User(password, folder, reads, writes);
    }

    /** What it needs for itself: live heap after use, and the work of its database connections. */
    int ownMegabytes() {
        return ownMegabytes;
    }

    int heapMegabytes() {
        return heapMegabytes;
    }

    /** Its folder in the checkout. */
    Path module(Path checkout) {
        return checkout.resolve("services").resolve(folder);
    }

    /** What Maven has built of it. */
    Path jar(Path checkout) {
        return module(checkout).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
