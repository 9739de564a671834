package de.quartierwerk.demonstration.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.demonstration.DemonstrationRegion;
import de.quartierwerk.demonstration.RegionFiles;
import de.quartierwerk.demonstration.territory.Area;
import de.quartierwerk.demonstration.territory.Territory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Levels and spaces, imported by the planner with their boundaries. */
final class SpaceSteps {

    private static final String USER = "planner";

    private final PlatformClient client;
    private final DemonstrationRegion region;
    private final Consumer<String> progress;

    SpaceSteps(PlatformClient client, DemonstrationRegion region, Consumer<String> progress) {
        this.client = client;
        this.region = region;
        this.progress = progress;
    }

    void run() {
        Territory territory = region.territory();
        level("district", "Kreis", 10);
        level("municipality", "Gemeinde", 20);
        level(DemonstrationRegion.LEVEL, "Sozialraum", 30);
        areas("district", territory.districts());
        areas("municipality", territory.municipalities());
        areas(DemonstrationRegion.LEVEL, territory.spaces());
    }

    private void level(String code, String name, int rank) {
        String path = "/registry/v1/levels/" + code;
        if (client.get(path, USER).status() != 200) {
            client.put(
                            path,
                            USER,
                            new ObjectMapper()
                                    .createObjectNode()
                                    .put("name", name)
                                    .put("rank", rank))
                    .orFail();
        }
    }

    /** The import is all or nothing, so the last area tells whether it was done. */
    private void areas(String level, List<Area> areas) {
        String last = areas.get(areas.size() - 1).key();
        if (client.get("/registry/v1/spaces/" + last, USER).status() == 200) {
            progress.accept("Spaces of the level " + level + " are there");
            return;
        }
        progress.accept("Importing " + areas.size() + " spaces of the level " + level);
        try {
            Path file = Files.createTempFile("demonstration-" + level, ".geojson");
            try {
                RegionFiles files = new RegionFiles(region);
                try (OutputStream out = Files.newOutputStream(file)) {
                    files.boundaries(areas, out);
                }
                JsonNode options = files.boundaryOptions(level, areas.get(0).parent() != null);
                check(
                        level,
                        ended(client.upload("/registry/v1/imports", USER, file, "options", options)
                                .orFail()));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode ended(Answer answer) {
        if (answer.status() != 202) {
            return answer.json();
        }
        String location = URI.create(answer.header("Location").orElseThrow()).getPath();
        return client.await(location, USER, Set.of("COMPLETED", "FAILED"), Duration.ofMinutes(30));
    }

    private static void check(String level, JsonNode done) {
        if (done.at("/counts/rejected").asInt(1) != 0
                || done.path("state").asText().equals("FAILED")) {
            throw new LoadFailure("import of " + level + ": " + done);
        }
    }
}
