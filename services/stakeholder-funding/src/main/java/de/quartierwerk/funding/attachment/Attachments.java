package de.quartierwerk.funding.attachment;

import de.quartierwerk.funding.programme.AttachmentKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Files of applications, for the features that read them. */
@ApplicationScoped
public class Attachments {

    private final AttachmentService service;

    Attachments(AttachmentService service) {
        this.service = service;
    }

    /** The type of a file by its content; refuses with 422 what may not be attached. */
    public FileType inspect(byte[] content) {
        return FileInspection.inspect(content);
    }

    /** Keeps a file in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public AttachmentResponse add(
            UUID application, AttachmentKind kind, String title, String fileName, byte[] content) {
        return service.add(application, kind, title, fileName, content);
    }
}
