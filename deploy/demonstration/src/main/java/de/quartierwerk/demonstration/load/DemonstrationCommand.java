package de.quartierwerk.demonstration.load;

import de.quartierwerk.demonstration.RegionSettings;

/** Loads the demonstration region onto a local platform: {@code [port offset [number of spaces]]}. */
public final class DemonstrationCommand {

    private DemonstrationCommand() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        int offset = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0;
        RegionSettings settings = arguments.length > 1
                ? RegionSettings.ofSize(Integer.parseInt(arguments[1]))
                : RegionSettings.standard();
        LoadResult result = new DemonstrationLoader(
                        new PlatformClient(PlatformAddresses.local(offset)), settings, System.out::println)
                .load();
        result.lines().forEach(System.out::println);
        System.out.println("Report: " + result.report());
    }
}
