package de.quartierwerk.registry.spaceimport;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.kit.problem.CallerLanguage;
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
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Findings of imports over HTTP. */
@Path("imports/{id}/findings")
@Tag(name = "Imports", description = "Files of spaces")
public class FindingResource {
    private static final List<String> FINDING_HEADER =
            List.of("row", "key", "code", "severity", "value", "message", "lon", "lat");

    private final ImportReader reader;
    private final CallerLanguage language;

    FindingResource(ImportReader reader, CallerLanguage language) {
        this.reader = reader;
        this.language = language;
    }

    /** Lists the findings of an import. */
    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listImportFindings",
            summary = "List the findings of an import",
            description = "In the order of the rows, as JSON or CSV.")
    @APIResponse(
            responseCode = "200",
            description = "A page of findings",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FindingPage.class)),
                @Content(mediaType = CsvAnswer.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Page<FindingResponse> findings(
            @PathParam("id")
                    @Parameter(description = "Id of the import", example = "4b1c4f0e-4a9f-4b5e-9a57-0d8a2d0c7d11")
                    UUID id,
            @BeanParam PageRequest page) {
        return page(id, page);
    }

    /** Lists the findings of an import as CSV. */
    @GET
    @PermitAll
    @Produces(CsvAnswer.MEDIA_TYPE)
    @Operation(hidden = true)
    public StreamingOutput findingsAsCsv(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        return CsvAnswer.of(
                FINDING_HEADER,
                page(id, page),
                finding -> Arrays.asList(
                        finding.row(),
                        finding.key(),
                        CsvAnswer.code(finding.code()),
                        CsvAnswer.code(finding.severity().name().toLowerCase(Locale.ROOT)),
                        finding.value(),
                        finding.message(),
                        finding.place() == null ? null : finding.place().lon(),
                        finding.place() == null ? null : finding.place().lat()));
    }

    private Page<FindingResponse> page(UUID id, PageRequest page) {
        int skipped = page.after(1, FindingResource::skipped).orElse(0);
        return reader.findings(id, skipped, page.limit(), language.locale());
    }

    /** The cursor of findings is how many there were before. */
    private static int skipped(List<String> cursor) {
        int skipped = Integer.parseInt(cursor.get(0));
        if (skipped < 0) {
            throw new IllegalArgumentException(cursor.get(0));
        }
        return skipped;
    }

    /** Shape of the JSON list, for the API's document. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ImportFindingPage")
    record FindingPage(
            List<FindingResponse> items,

            @Schema(description = "Cursor of the next page; absent at the end", examples = "WyIxMDAiXQ") @Nullable
            String next) {}
}
