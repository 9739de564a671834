package de.quartierwerk.funding.giving;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.funding.giving.GivingGrants.Portion;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Decided grants as open data over HTTP. */
@Path("grants/360giving")
@Tag(name = "Applications")
@Produces(MediaType.APPLICATION_JSON)
public class GivingResource {

    private static final int PORTION = 500;

    private final GivingGrants grants;
    private final GivingConfig config;
    private final ObjectMapper json;

    GivingResource(GivingGrants grants, GivingConfig config, ObjectMapper json) {
        this.grants = grants;
        this.config = config;
        this.json = json;
    }

    /** All decided grants of organisations. */
    @GET
    @PermitAll
    @Operation(
            operationId = "getGrants360Giving",
            summary = "Decided grants as open data",
            description = "A data package of 360Giving 1.4 with all grants of organisations and their amounts as they"
                    + " are now; 404 where there is none, since the standard knows no empty package.")
    @APIResponse(
            responseCode = "200",
            description = "The package",
            content = @Content(schema = @Schema(implementation = GivingPackage.class)))
    public StreamingOutput all() {
        Portion first = grants.after(null, PORTION);
        while (first.items().isEmpty() && first.last() != null) {
            first = grants.after(first.last(), PORTION);
        }
        if (first.items().isEmpty()) {
            throw new NotFound("grants.none");
        }
        Portion beginning = first;
        return out -> write(out, beginning);
    }

    private void write(OutputStream out, Portion first) throws IOException {
        try (JsonGenerator to = json.getFactory().createGenerator(out)) {
            to.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            to.writeStartObject();
            to.writeStringField("version", "1.4");
            to.writeStringField("title", "Grants: " + config.funderName());
            to.writeObjectField("publisher", new GivingPackage.Publisher(config.funderId(), config.funderName()));
            to.writeArrayFieldStart("grants");
            Portion portion = first;
            while (true) {
                for (GivingGrant grant : portion.items()) {
                    to.writeObject(grant);
                }
                if (portion.last() == null) {
                    break;
                }
                portion = grants.after(portion.last(), PORTION);
            }
            to.writeEndArray();
            to.writeEndObject();
        }
    }
}
