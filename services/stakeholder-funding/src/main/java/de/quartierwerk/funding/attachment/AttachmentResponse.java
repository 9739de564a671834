package de.quartierwerk.funding.attachment;

import de.quartierwerk.funding.programme.AttachmentKind;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A file of an application (Anlage).
 *
 * @param id id
 * @param kind what it is for
 * @param title what people call it
 * @param fileName name that it came with
 * @param type what it is, by its content
 * @param size bytes
 * @param sha256 SHA-256 of its bytes
 * @param addedBy who added it
 * @param addedAt when
 */
@Schema(name = "Attachment", description = "A file of an application")
public record AttachmentResponse(
        UUID id,
        AttachmentKind kind,
        @Schema(examples = "Konzept der Beratung") String title,
        @Schema(examples = "konzept.pdf") String fileName,
        FileType type,
        @Schema(examples = "48213") int size,

        @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String sha256,

        @Schema(examples = "supplier") String addedBy,
        Instant addedAt) {}
