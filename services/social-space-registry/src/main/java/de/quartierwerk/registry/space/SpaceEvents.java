package de.quartierwerk.registry.space;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.SocialSpace;
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

    SpaceEvents(SpaceStatements statements) {
        this.statements = statements;
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

    /** The spaces of a batch of a bulk job, as they are now. */
    public List<SocialSpace> ofBatch(UUID job, int batch) {
        List<Space> spaces = statements.publication(job, batch);
        Map<Long, Geometry> onMap =
                statements.mapBoundaries(spaces.stream().map(Space::id).toList());
        return spaces.stream().map(space -> event(space, onMap.get(space.id()))).toList();
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
