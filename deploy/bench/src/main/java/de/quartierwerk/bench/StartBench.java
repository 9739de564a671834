package de.quartierwerk.bench;

import de.quartierwerk.local.LocalService;
import de.quartierwerk.local.StartFailure;
import de.quartierwerk.servers.GuardedProcess;
import de.quartierwerk.servers.Ports;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The time from the start of a process until it is ready, and its memory then, beside a service that does nothing. */
final class StartBench {
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final int LOOK_MILLIS = 150;

    private final BenchPlatform platform;
    private final int times;

    StartBench(BenchPlatform platform, int times) {
        this.platform = platform;
        this.times = times;
    }

    void run() throws IOException, SQLException, StartFailure, InterruptedException {
        double bareMemory = 0;
        for (LocalService service : LocalService.values()) {
            double[] bare = new double[times];
            double[] ours = new double[times];
            for (int i = 0; i < times; i++) {
                GuardedProcess[] process = new GuardedProcess[1];
                int port = Ports.free(1).get(0);
                try {
                    bare[i] = Lines.seconds(() -> {
                        process[0] = start(port);
                        await(
                                process[0],
                                URI.create("http://127.0.0.1:" + port + "/ready")
                                        .toURL());
                    });
                    bareMemory = ServiceWatch.process(
                                    process[0].child().orElseThrow().pid())
                            .get(Measure.RESIDENT);
                } finally {
                    if (process[0] != null) {
                        process[0].stop(STOP);
                    }
                }
                platform.stop(service);
                ours[i] = Lines.seconds(() -> platform.restart(service));
            }
            Lines.comparison("start-" + service.root(), new Sample(ours), new Sample(bare));
            Lines.memory(
                    "memory-" + service.root(),
                    new ServiceWatch(platform, service).look().get(Measure.RESIDENT),
                    bareMemory);
        }
    }

    /** With the options of the services. */
    private GuardedProcess start(int port) throws IOException {
        Path data = platform.settings().data();
        Path jar = platform.settings().checkout().resolve("deploy/bench/bare/target/quarkus-app/quarkus-run.jar");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms48m",
                "-Xmx320m",
                "-XX:+UseG1GC",
                "-XX:MetaspaceSize=128m",
                "-XX:MaxMetaspaceSize=192m",
                "-Dfile.encoding=UTF-8",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-jar",
                jar.toString());
        return GuardedProcess.start(new GuardedProcess.Command(
                "bare",
                command,
                Map.of("QUARKUS_HTTP_PORT", Integer.toString(port)),
                data,
                platform.settings().logs().resolve("bare.log"),
                "TERM"));
    }

    private static void await(GuardedProcess process, URL ready) throws InterruptedException {
        while (!answers(ready)) {
            if (!process.alive()) {
                throw new IllegalStateException("the bare service ended while starting");
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private static boolean answers(URL ready) {
        try {
            HttpURLConnection connection = (HttpURLConnection) ready.openConnection();
            connection.setReadTimeout(5_000);
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
