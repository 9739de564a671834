package de.quartierwerk.funding.receipt;

import de.quartierwerk.funding.attachment.FilesInTurn;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.TooLarge;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Lists of receipts over HTTP. */
@Path("applications/{id}/receipts")
@Tag(name = "Attachments")
@Produces(MediaType.APPLICATION_JSON)
public class ReceiptResource {

    private static final long LARGEST = 5L * 1024 * 1024;

    private final ReceiptService service;
    private final FilesInTurn files;

    ReceiptResource(ReceiptService service, FilesInTurn files) {
        this.service = service;
        this.files = files;
    }

    /** Add a list of receipts. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Roles.SUPPLIER, Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "addReceipts",
            summary = "Add a list of receipts",
            description =
                    "CSV, or the first sheet of XLSX, with the columns Beleg, Datum, Empfänger, Position and Betrag"
                            + " (number, date, payee, item, amount), at most 5 MB. Days and amounts as Germans or machines"
                            + " write them. Every fault is told with its row and column (422), and then nothing is kept;"
                            + " the sums are those that a proof of use needs.")
    @APIResponse(responseCode = "200", description = "It is right, and kept as an attachment")
    public ReceiptsResponse add(
            @PathParam("id") @Parameter(description = "Id of the application") UUID id,
            @Schema(description = "The file") @RestForm("file") @Nullable FileUpload file)
            throws IOException {
        service.requireSeen(id);
        if (file == null) {
            throw Invalid.parameter("file", null, "file.required");
        }
        if (file.size() > LARGEST) {
            throw new TooLarge(LARGEST);
        }
        return files.take(
                () -> service.add(id, String.valueOf(file.fileName()), Files.readAllBytes(file.uploadedFile())));
    }
}
