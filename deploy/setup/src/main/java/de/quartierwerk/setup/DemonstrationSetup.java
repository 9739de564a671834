package de.quartierwerk.setup;

import de.quartierwerk.demonstration.RegionSettings;
import de.quartierwerk.demonstration.load.DemonstrationLoader;
import de.quartierwerk.demonstration.load.LoadResult;
import de.quartierwerk.demonstration.load.PlatformAddresses;
import de.quartierwerk.demonstration.load.PlatformClient;
import de.quartierwerk.local.LocalService;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Loads the made-up region; the realm must have the local users. */
record DemonstrationSetup(PlatformAddresses addresses) {

    static DemonstrationSetup of(SetupSettings settings) {
        return new DemonstrationSetup(new PlatformAddresses(
                Arrays.stream(LocalService.values())
                        .collect(Collectors.toMap(
                                LocalService::root, service -> "http://" + service.root() + ":" + service.port())),
                settings.required("QUARTIERWERK_ISSUER_INSIDE")));
    }

    void run() {
        LoadResult result = new DemonstrationLoader(
                        new PlatformClient(addresses), RegionSettings.standard(), System.out::println)
                .load();
        result.lines().forEach(System.out::println);
    }
}
