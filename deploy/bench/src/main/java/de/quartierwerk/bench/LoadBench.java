package de.quartierwerk.bench;

import de.quartierwerk.local.LocalService;
import de.quartierwerk.local.StartFailure;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A mix of calls from a few honest clients, each call beside one of the same service that has nothing to do. Between
 * the stages all clients wait, so that what the services take is read while nothing is at work.
 */
final class LoadBench {
    private static final int STAGES = 5;

    private final BenchPlatform platform;
    private final int requests;
    private final int seed;
    private final int clients;

    LoadBench(BenchPlatform platform, int requests, int seed, int clients) {
        this.platform = platform;
        this.requests = requests;
        this.seed = seed;
        this.clients = clients;
    }

    /** Whether every call succeeded. */
    boolean run() throws IOException, SQLException, StartFailure, InterruptedException {
        for (LocalService service : LocalService.values()) {
            platform.restart(service);
        }
        LoadRegion region = LoadRegion.load(platform.client());
        List<ServiceWatch> watches = Arrays.stream(LocalService.values())
                .map(service -> new ServiceWatch(platform, service))
                .toList();
        LoadTally tally = new LoadTally();
        double[] perSecond = new double[STAGES];
        double all = 0;
        Lines.note(requests + " calls of the seed " + seed + " by " + clients + " clients");
        try (LoadClients load = new LoadClients(clients, seed, platform.addresses(), region, tally)) {
            look("before", watches);
            for (int stage = 1; stage <= STAGES; stage++) {
                long from = (long) requests * (stage - 1) / STAGES;
                long until = (long) requests * stage / STAGES;
                double seconds = Lines.seconds(() -> load.until(until));
                all += seconds;
                perSecond[stage - 1] = (until - from) / seconds;
                look("after " + until, watches);
            }
        }
        Lines.plain(String.format(
                Locale.ROOT,
                "load %d calls in %.1f s: %.1f/s spread=%.3f",
                requests,
                all,
                requests / all,
                new Sample(perSecond).spread()));
        tell(tally, all);
        return tally.errors().isEmpty();
    }

    private static void tell(LoadTally tally, double all) {
        for (LoadTally.Call call : tally.calls()) {
            Sample ours = call.seconds();
            Sample reference = tally.of(LoadClient.staticName(call.service()), call.service())
                    .seconds();
            if (ours.size() > 0 && reference.size() > 0 && !call.isStatic()) {
                Lines.comparison(
                        "load-" + call.name(),
                        ours,
                        reference,
                        String.format(
                                Locale.ROOT,
                                "n=%d throughput=%.2f/s p95=%.4f p99=%.4f refused=%d errors=%d",
                                ours.size(),
                                ours.size() / all,
                                ours.percentile(95),
                                ours.percentile(99),
                                call.refused(),
                                call.failed()));
            }
        }
        tally.errors().stream().limit(10).forEach(Lines::note);
        Lines.plain("load " + tally.errors().size() + " errors");
    }

    private static void look(String when, List<ServiceWatch> watches)
            throws IOException, SQLException, InterruptedException {
        for (ServiceWatch watch : watches) {
            Lines.plain("load " + when + " " + watch.service().root() + ServiceWatch.line(watch.look()));
        }
    }
}
