package de.quartierwerk.local;

import de.quartierwerk.demonstration.load.DemonstrationLoader;
import de.quartierwerk.demonstration.load.LoadFailure;
import de.quartierwerk.demonstration.load.LoadResult;
import de.quartierwerk.demonstration.load.PlatformAddresses;
import de.quartierwerk.demonstration.load.PlatformClient;
import java.util.function.Consumer;

/** The made-up region on a local platform. */
final class Demonstration {
    private Demonstration() {}

    /** Loads what is not there yet, and tells the need for action that the platform found. */
    static String load(LocalPlatform platform, Consumer<String> progress) throws StartFailure {
        PlatformAddresses addresses =
                PlatformAddresses.local(platform.settings().portOffset());
        try {
            LoadResult result = new DemonstrationLoader(new PlatformClient(addresses), progress).load();
            return String.join("\n", result.lines()) + "\n  its report: " + result.report() + "\n";
        } catch (LoadFailure e) {
            throw new StartFailure(
                    "The made-up region cannot be loaded (--no-demo starts without it): " + e.getMessage(), e);
        }
    }
}
