package de.quartierwerk.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.quartierwerk.demonstration.load.Answer;
import de.quartierwerk.demonstration.load.DemonstrationLoader;
import de.quartierwerk.demonstration.load.LoadResult;
import de.quartierwerk.demonstration.load.PlatformAddresses;
import de.quartierwerk.demonstration.load.PlatformClient;
import de.quartierwerk.local.LocalPlatform;
import de.quartierwerk.local.LocalService;
import de.quartierwerk.local.LocalSettings;
import de.quartierwerk.local.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The platform that all tests of this module share. */
public final class Acceptance implements AutoCloseable {

    private static final List<Integer> OFFSETS = List.of(10_000, 11_000, 12_000, 13_000, 14_000);

    private final LocalPlatform platform;
    private final Optional<SmallDisk> disk;
    private final LocalSettings settings;
    private final PlatformAddresses addresses;
    private final AnswerSchemas schemas = new AnswerSchemas();
    private final ListStatements statements = new ListStatements();
    private final PlatformClient client;
    private final HostileTexts texts;
    private final PlatformClient hostile;
    private LoadResult demonstration;

    private Acceptance(LocalPlatform platform, LocalSettings settings, Optional<SmallDisk> disk) {
        this.platform = platform;
        this.disk = disk;
        this.settings = settings;
        this.addresses = addresses(settings);
        this.client = new PlatformClient(addresses, this::seen);
        schemas.read(client);
        statements.read(client);
        this.texts = new HostileTexts(client);
        this.hostile = new PlatformClient(addresses, this::seen, texts);
    }

    /**
     * The platform for these tests: a new one, or, where the property {@code quartierwerk.acceptance.port-offset} is
     * set, the one that runs already on these ports, with its data in {@code quartierwerk.acceptance.data}. Tests that
     * end processes are skipped with the latter.
     */
    static Acceptance open() {
        Integer running = Integer.getInteger("quartierwerk.acceptance.port-offset");
        return running == null ? start() : new Acceptance(null, running(running), Optional.empty());
    }

    private static LocalSettings running(int offset) {
        LocalSettings settings = LocalSettings.usual().withPortOffset(offset);
        String folder = System.getProperty("quartierwerk.acceptance.data");
        return folder == null ? settings : settings.withData(Path.of(folder));
    }

    private static PlatformAddresses addresses(LocalSettings settings) {
        Map<String, String> services = new HashMap<>();
        for (LocalService service : LocalService.values()) {
            services.put(service.root(), "http://localhost:" + settings.port(service));
        }
        return new PlatformAddresses(services, settings.realm());
    }

    /** Starts it on the first free range of ports. */
    private static Acceptance start() {
        Path folder = Path.of(System.getProperty("quartierwerk.acceptance.folder", "target/platform"));
        empty(folder);
        Optional<SmallDisk> disk = disk(folder);
        StartFailure last = null;
        for (int offset : OFFSETS) {
            try {
                empty(folder);
                LocalSettings settings = LocalSettings.usual().withData(folder).withPortOffset(offset);
                LocalPlatform started = LocalPlatform.start(settings, line -> System.out.println("[platform] " + line));
                return new Acceptance(started, settings, disk);
            } catch (StartFailure e) {
                last = e;
                if (!e.getMessage().startsWith("In use by another program")) {
                    break;
                }
            }
        }
        throw new IllegalStateException("the platform does not start", last);
    }

    private static Optional<SmallDisk> disk(Path folder) {
        try {
            return SmallDisk.mount(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The disk below the platform, where it has one of its own. */
    public Optional<SmallDisk> disk() {
        return disk;
    }

    /** The processes; skips the test where they are not this test run's own. */
    public LocalPlatform platform() {
        assumeTrue(platform != null, "skipped: the platform was not started by these tests");
        return platform;
    }

    /** Where its data and logs are, also where it ran before. */
    LocalSettings settings() {
        return settings;
    }

    public PlatformAddresses addresses() {
        return addresses;
    }

    /** What the tests have seen of the API, held against its documents. */
    AnswerSchemas schemas() {
        return schemas;
    }

    /** How many SQL statements the lists took that the tests have read. */
    ListStatements statements() {
        return statements;
    }

    private void seen(Answer answer) {
        schemas.check(answer);
        statements.count(answer);
    }

    public PlatformClient client() {
        return client;
    }

    /** A client that puts what could hurt readers into every free text that it sends. */
    PlatformClient hostileClient() {
        return hostile;
    }

    /** What it has put where. */
    HostileTexts texts() {
        return texts;
    }

    /** The demonstration region, loaded once. */
    public synchronized LoadResult demonstration() {
        if (demonstration == null) {
            demonstration = load();
        }
        return demonstration;
    }

    /** Loads the demonstration region, again if it is there. */
    LoadResult load() {
        return new DemonstrationLoader(client, line -> System.out.println("[demonstration] " + line)).load();
    }

    /** A folder of the real data; without it the test fails in CI and is skipped elsewhere. */
    static Path realData(String name) {
        return outsideFolder(System.getProperty("quartierwerk.data", "../shared/data"), name, "real data");
    }

    /** A file of the client that others use, under the same rule. */
    static Path outsideClient(String name) {
        return outsideFolder(
                System.getProperty("quartierwerk.outside", "../shared/outside"), name, "the outside client");
    }

    private static Path outsideFolder(String folder, String name, String what) {
        Path path = Path.of(folder, name).toAbsolutePath().normalize();
        if (!Files.exists(path)) {
            String missing = "skipped: " + what + " is missing at " + path;
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(missing.replace("skipped: ", ""));
            }
            System.out.println(missing);
            assumeTrue(false, missing);
        }
        return path;
    }

    private static void empty(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (platform != null) {
            platform.close();
        }
        if (disk.isPresent()) {
            disk.get().close();
        }
    }
}
