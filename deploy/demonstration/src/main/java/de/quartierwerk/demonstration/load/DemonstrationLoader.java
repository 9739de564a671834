package de.quartierwerk.demonstration.load;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.demonstration.DemonstrationRegion;
import de.quartierwerk.demonstration.RegionSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Loads the demonstration region through the public REST interface, as the users who would do it: planner, steward,
 * steward2, funding-officer, supplier, clerk. Each step first looks whether it has been done, so that loading again
 * changes nothing and loading after an interruption goes on where it stopped.
 */
public final class DemonstrationLoader {

    private final PlatformClient client;
    private final DemonstrationRegion region;
    private final Consumer<String> progress;

    /**
     * A loader of the standard region.
     *
     * @param progress is told each step in a short line
     */
    public DemonstrationLoader(PlatformClient client, Consumer<String> progress) {
        this(client, RegionSettings.standard(), progress);
    }

    /** A loader of a region of any size. */
    public DemonstrationLoader(PlatformClient client, RegionSettings settings, Consumer<String> progress) {
        this.client = client;
        this.region = DemonstrationRegion.generate(settings);
        this.progress = progress;
    }

    /** Loads what is not loaded, and reads what the platform found. */
    public LoadResult load() {
        new SpaceSteps(client, region, progress).run();
        new ValueSteps(client, region, progress).run();
        new ClassificationSteps(client, region, progress).run();
        new FundingSteps(client, region, progress).run();
        String report = new ReportSteps(client, region, progress).run();
        return result(report);
    }

    private LoadResult result(String report) {
        JsonNode needs = client.get(ReportSteps.needs(region), null).orFail().json();
        List<LoadResult.FieldCount> fields = new ArrayList<>();
        needs.get("needs")
                .forEach(field -> fields.add(new LoadResult.FieldCount(
                        field.get("code").asText(),
                        field.get("title").asText(),
                        field.get("spaces").asInt(),
                        field.get("municipalities").asInt())));
        return new LoadResult(
                needs.get("spaces").asInt(), needs.get("spacesInNeed").asInt(), fields, report);
    }
}
