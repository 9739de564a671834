package de.quartierwerk.registry.space;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.events.SpacesImported;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.outbox.OutgoingEvent;
import de.quartierwerk.registry.boundary.GeoJsonGeometry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Spaces as the events show them to the other services. */
@ApplicationScoped
public class SpaceEvents {
    private final SpaceStatements statements;
    private final PublicationStatements publications;

    SpaceEvents(SpaceStatements statements, PublicationStatements publications) {
        this.statements = statements;
        this.publications = publications;
    }

    /**
     * Events of a change, one per space that it touched.
     *
     * @param touched the spaces as they are now
     * @param created id of the space that did not exist before, 0 without one
     */
    List<OutgoingEvent> of(List<Space> touched, long created) {
        Map<Long, Geometry> onMap =
                statements.mapBoundaries(touched.stream().map(Space::id).toList());
        return touched.stream()
                .map(space -> new OutgoingEvent(
                        Topics.SOCIAL_SPACE,
                        space.key(),
                        space.id() == created ? EventTypes.SPACE_CREATED : EventTypes.SPACE_CHANGED,
                        "spaces/" + space.key(),
                        space.version(),
                        event(space, onMap.get(space.id()))))
                .toList();
    }

    /**
     * Notes for a bulk job the spaces that a change touched.
     *
     * @return number of batches
     */
    public int plan(UUID job, long version) {
        return publications.plan(job, version);
    }

    /** The same for all spaces, whatever their validity. */
    public int planAll(UUID job) {
        return publications.planAll(job);
    }

    /** Forgets what a bulk job had to tell. */
    public void published(UUID job) {
        publications.remove(job);
    }

    /**
     * The event of a batch of a bulk job, with its spaces as they are now.
     *
     * @param subject what the job is, e.g. {@code imports/…}
     */
    public OutgoingEvent batch(UUID job, int number, String subject) {
        List<Space> spaces = statements.publication(job, number);
        Map<Long, Geometry> onMap =
                statements.mapBoundaries(spaces.stream().map(Space::id).toList());
        return new OutgoingEvent(
                Topics.SOCIAL_SPACE,
                spaces.isEmpty() ? job.toString() : spaces.get(0).key(),
                EventTypes.SPACES_IMPORTED,
                subject,
                spaces.stream().mapToLong(Space::version).max().orElse(0),
                new SpacesImported(
                        job,
                        number,
                        publications.countBatches(job),
                        spaces.stream()
                                .map(space -> event(space, onMap.get(space.id())))
                                .toList()));
    }

    private static SocialSpace event(Space space, @Nullable Geometry onMap) {
        return new SocialSpace(
                space.key(),
                space.name(),
                space.level(),
                space.parent(),
                space.path(),
                space.validFrom(),
                space.validTo(),
                space.areaSquareMetres(),
                onMap == null ? null : GeoJsonGeometry.write(onMap).toMap(),
                texts(space),
                space.version());
    }

    /** Attributes as texts; what is no text as JSON. */
    private static Map<String, String> texts(Space space) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> attribute : space.attributes().properties()) {
            JsonNode value = attribute.getValue();
            texts.put(attribute.getKey(), value.isTextual() ? value.textValue() : value.toString());
        }
        return texts;
    }
}
