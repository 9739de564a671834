package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.acceptance.fuzz.Draft;
import de.quartierwerk.acceptance.fuzz.Mutations;
import de.quartierwerk.acceptance.fuzz.Nonsense;
import de.quartierwerk.acceptance.fuzz.Operation;
import de.quartierwerk.acceptance.fuzz.Oracle;
import de.quartierwerk.acceptance.fuzz.RawAnswer;
import de.quartierwerk.acceptance.fuzz.RawClient;
import de.quartierwerk.acceptance.fuzz.RawRequest;
import de.quartierwerk.acceptance.fuzz.Target;
import de.quartierwerk.demonstration.load.PlatformClient;
import de.quartierwerk.local.LocalPlatform;
import de.quartierwerk.local.LocalService;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Nonsense in every place of every operation, by a user who may call it: no fault of the platform, a problem document,
 * nothing told of the inside, nothing stored of what is refused, and a quiet log. {@code -Dfuzz.seed=} draws others,
 * {@code -Dfuzz.mutations=} more.
 */
@Order(66)
@Tag("long")
@ExtendWith(PlatformExtension.class)
class FuzzIT {

    private static final Map<String, List<String>> USERS = Map.of(
            "steward", List.of("steward", "steward2"),
            "funding-officer", List.of("funding-officer", "funding-officer2"));

    /** Would replace the catalogue or set all services to work; sent with a parameter that is refused. */
    private static final Set<String> DISTURBING = Set.of(
            "POST /ingestion/v1/catalogue/shipped",
            "POST /registry/v1/republication",
            "POST /ingestion/v1/republication",
            "POST /classification/v1/republication",
            "POST /funding/v1/republication",
            "POST /reporting/v1/republication",
            "POST /reporting/v1/rebuild");

    private static final List<Nonsense> KINDS = List.of(Nonsense.values());
    private static final long USUAL_SEED = 2;
    private static final int MOST_FAULTS = 200;
    private static final int EVENTS_PATIENCE = 300;

    private final Acceptance acceptance;
    private final PlatformClient client;
    private final long seed = Long.getLong("fuzz.seed", USUAL_SEED);
    private final int mutations = Integer.getInteger("fuzz.mutations", 2_000);
    private final Mutations mutator = new Mutations();
    private final List<String> faults = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    /** A request that was refused, to be tried again where rows were found after it. */
    private record Refused(URI service, RawRequest request) {}

    FuzzIT(Acceptance acceptance) {
        this.acceptance = acceptance;
        this.client = acceptance.client();
    }

    /** What other tests wrote may still be on its way, and would be rows that nobody asked for. */
    @BeforeEach
    void prepare() {
        acceptance.demonstration();
        LocalPlatform platform = acceptance.platform();
        new ServiceState(new Databases(platform), new Broker(platform.kafkaClient())).caughtUp();
    }

    @Test
    void nonsenseInEveryPlace_isRefusedOrTaken() throws IOException, SQLException {
        // Given
        System.out.println("[fuzz] seed " + seed + ", " + mutations + " mutations");
        List<Target> targets = targets();
        LogWatch logs = new LogWatch(acceptance.settings());
        // When
        try (RowCounts rows = new RowCounts(new Databases(acceptance.settings()))) {
            for (int from = 0; from < targets.size() && faults.size() < MOST_FAULTS; ) {
                int to = from;
                while (to < targets.size()
                        && targets.get(to).operation().equals(targets.get(from).operation())) {
                    to++;
                }
                fuzz(targets.subList(from, to), rows, logs);
                from = to;
            }
        }
        System.out.println("[fuzz] answers by status " + statuses);
        // Then
        assertThat(faults).as("seed " + seed).isEmpty();
    }

    @Test
    void strangeFiles_areRefusedOrReported() throws IOException, SQLException {
        // Given
        LogWatch logs = new LogWatch(acceptance.settings());
        Random random = new Random(seed);
        try (RowCounts rows = new RowCounts(new Databases(acceptance.settings()))) {
            for (Operation operation : ApiDocument.operations(client)) {
                if (!operation.isForm()) {
                    continue;
                }
                LocalService service = LocalService.of(operation.service());
                URI address = URI.create(client.address("/" + operation.service()));
                FuzzedThings things = new FuzzedThings(client);
                for (String file : mutator.files()) {
                    Draft draft = draft(operation, things, random);
                    mutator.file(draft, operation, file);
                    // When
                    RawAnswer answer = RawClient.send(address, draft.request());
                    // Then
                    statuses.merge(answer.status(), 1, Integer::sum);
                    for (String fault : Oracle.faults(answer)) {
                        fault(operation + " " + file, fault, draft.request(), answer);
                    }
                }
                // what was taken is read in the background
                quiet(rows, service);
                for (String line : logs.news(service)) {
                    faults.add(operation + " log: " + line);
                }
            }
        }
        System.out.println("[fuzz] answers to files by status " + statuses);
        assertThat(faults).as("seed " + seed).isEmpty();
    }

    /** As many as are asked for, drawn evenly from all places, and operation by operation. */
    private List<Target> targets() {
        List<Target> all = new ArrayList<>();
        ApiDocument.operations(client).forEach(operation -> all.addAll(Target.of(operation)));
        Collections.shuffle(all, new Random(seed));
        List<Target> drawn = new ArrayList<>();
        for (int i = 0; i < mutations; i++) {
            drawn.add(all.get(i % all.size()));
        }
        System.out.println("[fuzz] " + all.size() + " places");
        drawn.sort(Comparator.comparing(target -> target.operation().toString()));
        return drawn;
    }

    private void fuzz(List<Target> targets, RowCounts rows, LogWatch logs) throws IOException, SQLException {
        Operation operation = targets.get(0).operation();
        LocalService service = LocalService.of(operation.service());
        Random random = new Random(seed + operation.toString().hashCode());
        FuzzedThings things = new FuzzedThings(client);
        List<Refused> refused = new ArrayList<>();
        Map<String, Long> before = operation.writes() ? quiet(rows, service) : Map.of();
        for (Target target : targets) {
            Nonsense kind = KINDS.get(random.nextInt(KINDS.size()));
            Draft draft = draft(operation, things, random);
            mutator.mutate(draft, target, kind, random);
            RawRequest request = draft.request();
            URI address = URI.create(client.address("/" + operation.service()));
            RawAnswer answer = send(operation, address, request);
            statuses.merge(answer.status(), 1, Integer::sum);
            for (String fault : Oracle.faults(answer)) {
                fault(target + " " + kind, fault, request, answer);
            }
            for (String line : logs.news(service)) {
                fault(target + " " + kind, "log: " + line, request, answer);
            }
            if (operation.writes() && answer.status() < 400) {
                compare(refused, before, rows, service);
                things.changed();
                before = quiet(rows, service);
            } else if (operation.writes()) {
                refused.add(new Refused(address, request));
            }
        }
        compare(refused, before, rows, service);
    }

    private static RawAnswer send(Operation operation, URI address, RawRequest request) {
        boolean stream = operation.path().endsWith("/events");
        return stream ? RawClient.send(address, request, EVENTS_PATIENCE) : RawClient.send(address, request);
    }

    private Draft draft(Operation operation, FuzzedThings things, Random random) {
        Draft draft = new Draft(operation);
        things.fill(draft, operation, random);
        String user = user(operation, random);
        if (user != null) {
            draft.header("Authorization", "Bearer " + client.token(user));
        }
        for (String name : operation.parameters("query")) {
            boolean needed = operation.parameter(name).path("required").asBoolean();
            if (needed || random.nextInt(4) == 0) {
                draft.query(name, operation.sample(name));
            }
        }
        if (DISTURBING.contains(operation.toString())) {
            draft.query("gibt-es-nicht", "1");
        }
        mutator.body(draft, operation);
        return draft;
    }

    private static String user(Operation operation, Random random) {
        List<String> roles = new ArrayList<>(operation.roles());
        if (roles.isEmpty()) {
            return random.nextBoolean() ? null : "admin";
        }
        String role =
                random.nextBoolean() && roles.contains("admin") ? "admin" : roles.get(random.nextInt(roles.size()));
        List<String> users = USERS.getOrDefault(role, List.of(role));
        return users.get(random.nextInt(users.size()));
    }

    /** The rows of a service when work that was accepted before has ended. */
    private static Map<String, Long> quiet(RowCounts rows, LocalService service) throws IOException, SQLException {
        Map<String, Long> last = rows.of(service);
        for (int i = 0; i < 50; i++) {
            pause(40);
            Map<String, Long> now = rows.of(service);
            if (now.equals(last)) {
                return now;
            }
            last = now;
        }
        return last;
    }

    /** Rows after refused requests are a fault if they come again when the requests are sent again. */
    private void compare(List<Refused> refused, Map<String, Long> before, RowCounts rows, LocalService service)
            throws IOException, SQLException {
        if (!refused.isEmpty() && !rows.of(service).equals(before)) {
            for (Refused each : refused) {
                Map<String, Long> now = quiet(rows, service);
                RawAnswer answer = RawClient.send(each.service(), each.request());
                Map<String, Long> then = rows.of(service);
                if (answer.status() >= 400 && !then.equals(now)) {
                    then.entrySet().removeAll(now.entrySet());
                    fault("rows", "stored in " + then, each.request(), answer);
                }
            }
        }
        refused.clear();
    }

    private void fault(String where, String fault, RawRequest request, RawAnswer answer) {
        String text = where + ": " + fault + "\n    " + request + "\n    " + answer;
        System.out.println("[fuzz] " + text);
        faults.add(text);
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
