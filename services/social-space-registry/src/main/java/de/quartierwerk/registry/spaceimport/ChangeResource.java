package de.quartierwerk.registry.spaceimport;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.kit.web.CsvAnswer;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What imports change, over HTTP. */
@Path("imports/{id}/changes")
@Tag(name = "Imports", description = "Files of spaces")
public class ChangeResource {
    private static final List<String> HEADER =
            List.of("row", "key", "what", "before", "after", "distanceMetres", "areaBefore", "areaAfter");

    private final ImportReader reader;

    ChangeResource(ImportReader reader) {
        this.reader = reader;
    }

    /** Lists what an import changes of spaces that were there. */
    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listImportChanges",
            summary = "List what an import changes",
            description =
                    "Each property of each updated space, in the order of the rows, as JSON, CSV or GeoJSON with both"
                            + " boundaries.")
    @APIResponse(
            responseCode = "200",
            description = "A page of changes",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ChangePage.class)),
                @Content(
                        mediaType = ChangeFeatures.MEDIA_TYPE,
                        schema = @Schema(implementation = ChangeFeatures.class)),
                @Content(mediaType = CsvAnswer.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Page<ChangeResponse> list(
            @PathParam("id")
                    @Parameter(description = "Id of the import", example = "4b1c4f0e-4a9f-4b5e-9a57-0d8a2d0c7d11")
                    UUID id,
            @BeanParam PageRequest page) {
        return responses(id, page);
    }

    /** Lists the same as CSV. */
    @GET
    @PermitAll
    @Produces(CsvAnswer.MEDIA_TYPE)
    @Operation(hidden = true)
    public StreamingOutput listAsCsv(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        return CsvAnswer.of(
                HEADER,
                responses(id, page),
                change -> Arrays.asList(
                        change.row(),
                        CsvAnswer.code(change.key()),
                        CsvAnswer.code(change.what()),
                        change.before(),
                        change.after(),
                        change.distanceMetres(),
                        change.areaBefore(),
                        change.areaAfter()));
    }

    /** Lists the same as GeoJSON. */
    @GET
    @PermitAll
    @Produces(ChangeFeatures.MEDIA_TYPE)
    @Operation(hidden = true)
    public ChangeFeatures listAsGeoJson(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        return ChangeFeatures.of(changes(id, page));
    }

    private Page<ChangeResponse> responses(UUID id, PageRequest page) {
        Page<ChangeStatements.Change> changes = changes(id, page);
        return new Page<>(changes.items().stream().map(ChangeResponse::of).toList(), changes.next());
    }

    private Page<ChangeStatements.Change> changes(UUID id, PageRequest page) {
        Cursor cursor = page.after(2, read -> new Cursor(Integer.parseInt(read.get(0)), read.get(1)))
                .orElse(new Cursor(-1, ""));
        return reader.changes(id, cursor.row(), cursor.what(), page.limit());
    }

    private record Cursor(int row, String what) {}

    /** Shape of the JSON list, for the API's document. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ImportChangePage")
    record ChangePage(
            List<ChangeResponse> items,

            @Schema(description = "Cursor of the next page; absent at the end", examples = "WyIxNyIsIm5hbWUiXQ")
            @Nullable
            String next) {}
}
