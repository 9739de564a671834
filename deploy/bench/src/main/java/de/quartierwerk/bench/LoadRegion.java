package de.quartierwerk.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.demonstration.DemonstrationRegion;
import de.quartierwerk.demonstration.RegionSettings;
import de.quartierwerk.demonstration.load.DemonstrationLoader;
import de.quartierwerk.demonstration.load.LoadResult;
import de.quartierwerk.demonstration.load.PlatformClient;
import de.quartierwerk.demonstration.territory.Area;
import de.quartierwerk.local.LocalService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The demonstration region in a platform, a programme for anyone, and what clients read of them. */
final class LoadRegion {
    static final String PROGRAMME = "bench-load";
    private static final String PERIOD =
            Integer.toString(RegionSettings.standard().lastYear());

    private final List<String> spaces;
    private final List<Read> reads = new ArrayList<>();

    /**
     * Something to read.
     *
     * @param name what it is called in the lines
     * @param path its path; {@code SPACE} stands for the key of any space
     * @param user who reads it, null for a caller without a token
     */
    record Read(String name, LocalService service, String path, String user) {
        String path(Random random, List<String> spaces) {
            return path.replace("SPACE", spaces.get(random.nextInt(spaces.size())));
        }
    }

    private LoadRegion(List<String> spaces) {
        this.spaces = List.copyOf(spaces);
    }

    /** Loads the region and writes down what there is to read. */
    static LoadRegion load(PlatformClient client) {
        LoadResult result = new DemonstrationLoader(client, Lines::note).load();
        LoadRegion region =
                new LoadRegion(DemonstrationRegion.generate(RegionSettings.standard()).territory().spaces().stream()
                        .map(Area::key)
                        .toList());
        put(client, "budget-lines/" + PROGRAMME, """
                {"name":"Zuschüsse","years":[{"year":2030,"planned":{"amount":"400000.00","currency":"EUR"}}]}""");
        put(client, "programmes/" + PROGRAMME, """
                {"name":"Quartier","budgetLine":"%s","criteria":[]}""".formatted(PROGRAMME));
        region.reads(
                published(client),
                URI.create(result.report()).getPath(),
                centre(client, region.spaces().get(0)));
        return region;
    }

    List<String> spaces() {
        return spaces;
    }

    List<Read> reads() {
        return List.copyOf(reads);
    }

    private static void put(PlatformClient client, String path, String body) {
        try {
            client.put("/funding/v1/" + path, "funding-officer", new ObjectMapper().readTree(body))
                    .orFail();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String published(PlatformClient client) {
        List<JsonNode> runs = client.items("/classification/v1/runs?standing=published", "planner");
        return "/classification/v1/runs/" + runs.get(0).get("id").asText();
    }

    private static JsonNode centre(PlatformClient client, String space) {
        return client.get("/registry/v1/spaces/" + space, "planner")
                .orFail()
                .json()
                .get("labelPoint");
    }

    private void reads(String run, String report, JsonNode centre) {
        add("space", LocalService.REGISTRY, "/registry/v1/spaces/SPACE", "planner");
        add("spaces", LocalService.REGISTRY, "/registry/v1/spaces?limit=100", "planner");
        add(
                "locate",
                LocalService.REGISTRY,
                "/registry/v1/spaces/locate?lon=" + centre.get("lon").asText() + "&lat="
                        + centre.get("lat").asText() + "&level=" + DemonstrationRegion.LEVEL,
                "planner");
        add("indicators", LocalService.INGESTION, "/ingestion/v1/indicators?limit=100", "planner");
        add(
                "values",
                LocalService.INGESTION,
                "/ingestion/v1/values?indicator=population&period=" + PERIOD + "&limit=100",
                "steward");
        add(
                "values-of-space",
                LocalService.INGESTION,
                "/ingestion/v1/values?space=SPACE&period=" + PERIOD + "&limit=100",
                "supplier");
        add("submissions", LocalService.INGESTION, "/ingestion/v1/submissions?limit=20", "steward");
        add("runs", LocalService.CLASSIFICATION, "/classification/v1/runs?limit=20", "planner");
        add("results", LocalService.CLASSIFICATION, run + "/results?limit=100", "planner");
        add("explanation", LocalService.CLASSIFICATION, run + "/results/SPACE/explanation", "steward");
        add("programmes", LocalService.FUNDING, "/funding/v1/programmes?limit=20", "supplier");
        add("applications", LocalService.FUNDING, "/funding/v1/applications?limit=20", "funding-officer");
        add("needs", LocalService.REPORTING, "/reporting/v1/needs?area=99001&period=" + PERIOD, "planner");
        add("profile", LocalService.REPORTING, "/reporting/v1/spaces/SPACE/profile?period=" + PERIOD, "planner");
        add("report", LocalService.REPORTING, report, null);
    }

    private void add(String name, LocalService service, String path, String user) {
        reads.add(new Read(name, service, path, user));
    }
}
