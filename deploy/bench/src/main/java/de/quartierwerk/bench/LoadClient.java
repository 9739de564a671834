package de.quartierwerk.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.demonstration.load.Answer;
import de.quartierwerk.demonstration.load.LoadFailure;
import de.quartierwerk.demonstration.load.PlatformClient;
import de.quartierwerk.demonstration.load.RelationAnswers;
import de.quartierwerk.local.LocalService;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * An honest client: one call after the other, each write with a key of its own, and what was refused again when the
 * service says. It sees what it began through to the end: a submission until it is released, a run until it is done.
 */
final class LoadClient {
    private static final int FIRST_YEAR = 2024;
    private static final int YEARS = 10;
    private static final int STATIC_EVERY = 4;
    private static final String SUBMISSIONS = "/ingestion/v1/submissions";
    private static final String RUNS = "/classification/v1/runs";
    private static final String APPLICATIONS = "/funding/v1/applications";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final int firstYear;
    private final Random random;
    private final LoadRegion region;
    private final LoadTally tally;
    private final PlatformClient client;
    private final ObjectMapper json = new ObjectMapper();
    private LoadTally.Call call;
    private long begun;
    private int calls;
    private String draft;

    /** @param number of this client; each delivers values of years of its own */
    LoadClient(int number, long seed, PlatformClient client, LoadRegion region, LoadTally tally) {
        this.firstYear = FIRST_YEAR + number * YEARS;
        this.random = new Random(seed * 31 + number);
        this.region = region;
        this.tally = tally;
        this.client = client;
    }

    /** The name of the static endpoint of a service in the tally. */
    static String staticName(LocalService service) {
        return "static-" + service.root();
    }

    /** Makes a call of this kind, and now and then one of the same service that has nothing to do. */
    void make(LoadDeck.Kind kind) {
        LocalService service = switch (kind) {
            case READ -> read();
            case SUBMISSION -> submit();
            case RUN -> compute();
            case FUNDING -> fund();
        };
        if (++calls % STATIC_EVERY == 0) {
            String path = "/" + service.root() + "/q/health/live";
            timed(staticName(service), service, null, () -> client.get(path, null));
        }
    }

    private LocalService read() {
        LoadRegion.Read read = region.reads().get(random.nextInt(region.reads().size()));
        String path = read.path(random, region.spaces());
        timed("read-" + read.name(), read.service(), read.user(), () -> client.get(path, read.user()));
        return read.service();
    }

    private LocalService submit() {
        String key = key();
        String csv = csv();
        JsonNode mapping = mapping(firstYear + random.nextInt(YEARS));
        long start = System.nanoTime();
        timed(
                        "submission",
                        LocalService.INGESTION,
                        "steward",
                        () -> client.upload(
                                SUBMISSIONS,
                                "steward",
                                Map.of("Idempotency-Key", key),
                                "bestand.csv",
                                BodyPublishers.ofString(csv),
                                "mapping",
                                mapping))
                .map(answer -> SUBMISSIONS + "/" + ListClient.field(answer, "id"))
                .ifPresent(path -> release(path, start));
        return LocalService.INGESTION;
    }

    private void release(String path, long start) {
        seenThrough("submission-released", LocalService.INGESTION, start, () -> {
            JsonNode checked = client.await(path, "steward", Set.of("VALIDATED", "REJECTED"), PATIENCE);
            if (!checked.get("state").asText().equals("VALIDATED")) {
                throw new LoadFailure(path + " is rejected: " + checked);
            }
            RelationAnswers.give(client, path, "steward", "Erfundene Zahlen.");
            timed("approval", LocalService.INGESTION, "steward2", () -> post(path + "/approval", "steward2", "{}"));
            client.await(path, "steward", Set.of("RELEASED"), PATIENCE);
        });
    }

    private LocalService compute() {
        String user = random.nextBoolean() ? "planner" : "steward";
        long start = System.nanoTime();
        timed("run", LocalService.CLASSIFICATION, user, () -> post(RUNS, user, """
                {"scheme":"handlungsfelder","period":"2023"}"""))
                .map(answer -> RUNS + "/" + ListClient.field(answer, "id"))
                .ifPresent(path -> seenThrough("run-completed", LocalService.CLASSIFICATION, start, () -> {
                    JsonNode done = client.await(path, user, Set.of("COMPLETED", "FAILED"), PATIENCE);
                    if (!done.get("state").asText().equals("COMPLETED")) {
                        throw new LoadFailure(path + " failed: " + done);
                    }
                }));
        return LocalService.CLASSIFICATION;
    }

    /** Drafts an application, or hands in the one drafted before. */
    private LocalService fund() {
        if (draft == null) {
            String space = region.spaces().get(random.nextInt(region.spaces().size()));
            draft = timed(
                            "application",
                            LocalService.FUNDING,
                            "supplier",
                            () -> post(APPLICATIONS, "supplier", """
                    {"programme":"%s","applicant":"verband-a","title":"Stelle %s","purpose":"Beratung",
                     "spaces":["%s"],"period":{"from":"2030-01-01","to":"2030-12-31"},
                     "amounts":[{"year":2030,"amount":{"amount":"20.00","currency":"EUR"}}]}""".formatted(LoadRegion.PROGRAMME, key(), space)))
                    .map(answer -> APPLICATIONS + "/" + ListClient.field(answer, "id"))
                    .orElse(null);
        } else {
            String path = draft;
            draft = null;
            timed(
                    "application-submission",
                    LocalService.FUNDING,
                    "supplier",
                    () -> post(path + "/submission", "supplier", "{}", "If-Match", "*"));
        }
        return LocalService.FUNDING;
    }

    private Answer post(String path, String user, String body, String... more) {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        headers.put("Idempotency-Key", key());
        for (int i = 0; i < more.length; i += 2) {
            headers.put(more[i], more[i + 1]);
        }
        return client.send("POST", path, user, headers, BodyPublishers.ofString(body));
    }

    private String key() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private String csv() {
        StringBuilder csv = new StringBuilder("space;people\n");
        region.spaces()
                .forEach(space -> csv.append(space)
                        .append(';')
                        .append(8_000 + random.nextInt(8_000))
                        .append('\n'));
        return csv.toString();
    }

    private JsonNode mapping(int year) {
        ObjectNode mapping = json.createObjectNode()
                .put("layout", "wide")
                .put("level", "social-space")
                .put("spaceColumn", "space")
                .put("period", Integer.toString(year));
        mapping.putObject("columns").putObject("people").put("indicator", "population");
        return mapping;
    }

    /** Makes a call and notes how long the answer took that was no refusal; none where it failed. */
    private Optional<Answer> timed(String name, LocalService service, String user, Supplier<Answer> request) {
        LoadTally.Call outer = call;
        try {
            if (user != null) {
                client.token(user);
            }
            call = tally.of(name, service);
            begun = System.nanoTime();
            Answer answer = request.get().orFail();
            call.succeeded((System.nanoTime() - begun) / 1e9);
            return Optional.of(answer);
        } catch (LoadFailure failure) {
            tally.failed(tally.of(name, service), failure.getMessage());
            return Optional.empty();
        } finally {
            call = outer;
        }
    }

    /** Waits for the end of what was begun then. */
    private void seenThrough(String name, LocalService service, long start, Runnable rest) {
        LoadTally.Call whole = tally.of(name, service);
        try {
            rest.run();
            whole.succeeded((System.nanoTime() - start) / 1e9);
        } catch (LoadFailure failure) {
            tally.failed(whole, failure.getMessage());
        }
    }

    /**
     * Takes notice of each answer to it. After a refusal that says when to come again, the time until then is no time
     * of the service.
     */
    void seen(Answer answer) {
        Optional<String> later = answer.header("Retry-After").filter(text -> text.matches("\\d{1,4}"));
        if (call != null && later.isPresent() && List.of(429, 503).contains(answer.status())) {
            call.wasRefused();
            begun = System.nanoTime()
                    + Duration.ofSeconds(Math.max(1, Integer.parseInt(later.get())))
                            .toNanos();
        }
    }
}
