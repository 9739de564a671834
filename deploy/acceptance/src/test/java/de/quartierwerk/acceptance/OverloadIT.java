package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.demonstration.load.PlatformClient;
import de.quartierwerk.local.LocalPlatform;
import de.quartierwerk.local.LocalService;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody outside stops the platform with a laptop; the services have the heaps of the local platform. */
@Tag("long")
@Order(58)
@ExtendWith(PlatformExtension.class)
class OverloadIT {
    private static final Duration HOSTILE = Duration.ofSeconds(45);
    private static final int LOOK_MILLIS = 250;
    /** Wanted is a second, on processors that nobody else slows down. */
    private static final int LONGEST_MILLIS = 5_000;

    private static final int YEAR = 2040;

    private final Acceptance acceptance;
    private final PlatformClient client;
    private LocalPlatform platform;
    private URI page;

    OverloadIT(Acceptance acceptance) {
        this.acceptance = acceptance;
        this.client = acceptance.client();
    }

    @BeforeEach
    void prepare() {
        platform = acceptance.platform();
        page = URI.create(acceptance.demonstration().report());
        CrashRegion.prepare(client);
        Flow.released(client, Flow.approve(client, "overload.csv", CrashRegion.values(YEAR), CrashRegion.mapping()));
    }

    @Test
    void reportPages_areAllAnswered() {
        // Given
        ExecutorService readers = Executors.newFixedThreadPool(100);
        long start = System.nanoTime();
        // When
        List<Integer> statuses = IntStream.range(0, 300)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> statusOfPage(number), readers))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        // Then
        readers.shutdown();
        System.out.printf(
                Locale.ROOT, "[overload] 300 report pages by 100 at once: %.1f s%n", (System.nanoTime() - start) / 1e9);
        assertThat(statuses).hasSize(300).containsOnly(200);
    }

    @Test
    void whileOthersAreHostile_everyServiceLivesAndServes() throws IOException {
        // Given
        Map<String, String> planner =
                Map.of("Authorization", "Bearer " + platform.token("planner"), "Accept", "application/json");
        PatientClient anonymous = new PatientClient();
        PatientClient known = new PatientClient();
        Map<LocalService, Looks> looks = new EnumMap<>(LocalService.class);
        String seen;
        long end = System.nanoTime() + HOSTILE.toNanos();
        // When
        ExecutorService clients = Executors.newCachedThreadPool();
        Process hostile = hostile();
        try {
            List<CompletableFuture<Void>> work = new ArrayList<>();
            work.add(CompletableFuture.runAsync(() -> anonymous.work(calls(), Map.of("Accept", "*/*"), end), clients));
            work.add(CompletableFuture.runAsync(() -> known.work(calls(), planner, end), clients));
            for (LocalService service : LocalService.values()) {
                Looks each = new Looks(URI.create(platform.address(service) + "/q/health/live"));
                looks.put(service, each);
                work.add(CompletableFuture.runAsync(() -> each.until(end), clients));
            }
            work.forEach(CompletableFuture::join);
        } finally {
            hostile.getOutputStream().close();
            seen = new String(hostile.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        }
        clients.shutdown();
        // Then
        tell("anonymous", anonymous);
        tell("with a token", known);
        System.out.println("[overload] hostile: " + seen);
        looks.forEach((service, each) -> System.out.println("[overload] liveness of " + service.root() + ": " + each));
        assertThat(LocalService.values()).allMatch(platform::runs);
        assertThat(looks.values()).allMatch(Looks::alwaysAnswers);
        for (PatientClient each : List.of(anonymous, known)) {
            assertThat(each.faults()).isEmpty();
            assertThat(each.through()).isGreaterThan(50).isGreaterThanOrEqualTo(each.refused());
        }
        assertThat(client.get("/ingestion/v1/values?limit=1", null).status()).isEqualTo(200);
        assertThat(statusOfPage(0)).isEqualTo(200);
    }

    private Process hostile() throws IOException {
        return HostileClients.start(
                URI.create(platform.address(LocalService.REGISTRY)),
                URI.create(platform.address(LocalService.INGESTION)),
                URI.create(platform.address(LocalService.FUNDING)),
                URI.create(platform.address(LocalService.REPORTING)),
                page,
                platform.token("supplier"));
    }

    private List<URI> calls() {
        return List.of(
                page,
                URI.create(client.address("/ingestion/v1/values?indicator=crash-00&limit=100")),
                URI.create(client.address("/registry/v1/spaces?limit=100")),
                URI.create(client.address("/classification/v1/runs")),
                URI.create(client.address("/funding/v1/programmes")),
                URI.create(client.address("/reporting/v1/needs?area=99001&period=2023&scheme=handlungsfelder")),
                URI.create(client.address("/ingestion/v1/indicators")));
    }

    private int statusOfPage(int number) {
        try {
            HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
            connection.setRequestProperty("Accept", number % 2 == 0 ? "text/html" : "application/json");
            int status = connection.getResponseCode();
            if (status == 200) {
                assertThat(connection.getInputStream().readAllBytes()).hasSizeGreaterThan(10_000);
            }
            return status;
        } catch (IOException e) {
            return -1;
        }
    }

    private static void tell(String who, PatientClient each) {
        System.out.printf(
                Locale.ROOT,
                "[overload] %s: %d calls through, %d asked to wait, %d faults, p50 %d ms, p95 %d ms, longest %d ms%n",
                who,
                each.through(),
                each.refused(),
                each.faults().size(),
                each.millis(0.5),
                each.millis(0.95),
                each.millis(1));
    }

    /** Looks whether a service says that it lives. */
    private static final class Looks {
        private final URI address;
        private final List<Long> millis = new ArrayList<>();
        private final List<String> failures = new ArrayList<>();

        Looks(URI address) {
            this.address = address;
        }

        void until(long endNanos) {
            while (System.nanoTime() < endNanos) {
                long start = System.nanoTime();
                try {
                    HttpURLConnection connection =
                            (HttpURLConnection) address.toURL().openConnection();
                    connection.setConnectTimeout(5_000);
                    connection.setReadTimeout(5_000);
                    if (connection.getResponseCode() != 200) {
                        failures.add(connection.getResponseCode() + " " + connection.getResponseMessage());
                    }
                    connection.getInputStream().readAllBytes();
                    Thread.sleep(LOOK_MILLIS);
                } catch (IOException e) {
                    failures.add(e.toString());
                } catch (InterruptedException ended) {
                    return;
                }
                millis.add((System.nanoTime() - start) / 1_000_000 - LOOK_MILLIS);
            }
        }

        boolean alwaysAnswers() {
            return failures.isEmpty() && millis.stream().allMatch(each -> each < LONGEST_MILLIS);
        }

        @Override
        public String toString() {
            long longest = millis.stream().mapToLong(each -> each).max().orElse(-1);
            return millis.size() + " looks, the longest " + longest + " ms, failures " + failures;
        }
    }
}
