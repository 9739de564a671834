package de.quartierwerk.ingestion.intake.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** JSON Schemas over HTTP, for editors and programs that write mappings. */
@Path("schemas")
@Tag(name = "Mapping profiles")
public class SchemaResource {
    private static final String MEDIA_TYPE = "application/schema+json";

    private final MappingSchema mapping;

    SchemaResource(MappingSchema mapping) {
        this.mapping = mapping;
    }

    /** The schema of mappings. */
    @GET
    @Path("mapping")
    @PermitAll
    @Produces({MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "readMappingSchema",
            summary = "Read the JSON Schema of mappings",
            description = "Draft 2020-12; every field with its meaning and an example")
    @APIResponse(
            responseCode = "200",
            description = "The schema",
            content = {
                @Content(mediaType = MEDIA_TYPE, schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT))
            })
    public ObjectNode read() {
        return mapping.schema();
    }
}
