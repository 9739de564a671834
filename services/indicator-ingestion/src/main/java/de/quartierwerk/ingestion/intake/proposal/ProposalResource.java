package de.quartierwerk.ingestion.intake.proposal;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.MessageText;
import de.quartierwerk.kit.problem.Messages;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Proposals of mappings over HTTP. */
@Path("mappings/proposal")
@Tag(name = "Mapping profiles")
@Produces(MediaType.APPLICATION_JSON)
public class ProposalResource {
    private final ProposalService service;
    private final Messages messages;
    private final CallerLanguage language;

    ProposalResource(ProposalService service, Messages messages, CallerLanguage language) {
        this.service = service;
        this.messages = messages;
        this.language = language;
    }

    /** Proposes a mapping for a file. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Roles.STEWARD, Roles.SUPPLIER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN})
    @Operation(
            operationId = "proposeMapping",
            summary = "Propose a mapping for a file",
            description =
                    "Looks at the first 200 rows of every sheet: where spaces, periods, indicators and values stand."
                            + " Then goes through the file by that mapping: the first 1,000 rows of a table are checked and one in"
                            + " 97 of the others; of spreadsheets and JSON those too whose space is not known. Nothing is"
                            + " stored. Look at the preview, answer what is left to decide, then deliver the file with the"
                            + " mapping. What a delivery refuses, be it broken or of another format, is refused here with the"
                            + " same code")
    @APIResponse(responseCode = "200", description = "The proposed mapping")
    public ProposalResponse propose(
            @Schema(description = "The file, in any format that can be delivered") @RestForm("file") @Nullable
                    FileUpload file,
            @Schema(description = "Level of the spaces; found out where left out", examples = "planning-area")
                    @RestForm("level")
                    @Nullable
                    String level,
            @Schema(
                            description = "Codes of the indicators that the file holds, joined by commas; the whole"
                                    + " catalogue is looked through where left out",
                            examples = "population,unemployed")
                    @RestForm("indicators")
                    @Nullable
                    String indicators)
            throws IOException {
        if (file == null) {
            throw Invalid.parameter("file", null, "file.required");
        }
        List<String> codes = indicators == null
                ? List.of()
                : Arrays.stream(indicators.split(",", -1))
                        .map(String::strip)
                        .filter(code -> !code.isEmpty())
                        .distinct()
                        .toList();
        String wanted = level == null || level.isBlank() ? null : level.strip();
        return response(service.propose(file.uploadedFile(), String.valueOf(file.fileName()), wanted, codes));
    }

    private ProposalResponse response(ProposalService.Proposal proposal) {
        Locale locale = language.locale();
        return new ProposalResponse(
                proposal.mapping(),
                proposal.draft().sure().stream()
                        .map(reason -> new ProposalResponse.Note(
                                reason.pointer(), reason.text().code(), text(reason.text(), locale)))
                        .toList(),
                proposal.draft().open().stream()
                        .map(open -> new ProposalResponse.Question(
                                open.pointer(), open.text().code(), text(open.text(), locale), open.options()))
                        .toList(),
                proposal.detection() == null ? null : proposal.detection().detected(),
                proposal.seen() == null
                        ? null
                        : new ProposalResponse.Looked(
                                proposal.seen().checked(), proposal.seen().rows()),
                proposal.seen() == null ? null : proposal.seen().preview());
    }

    private String text(MessageText text, Locale locale) {
        return messages.text(locale, text.code(), text.arguments().toArray());
    }
}
