# Stands in for the official image: the same variables, user and folder, other binaries.
ARG BASE
FROM ${BASE}
COPY server /usr/local/pgsql
COPY start /usr/local/bin/start
RUN echo 'postgres:x:999:999::/var/lib/postgresql:/bin/bash' >> /etc/passwd && \
    mkdir -p /var/lib/postgresql /var/run/postgresql && chown 999:999 /var/lib/postgresql /var/run/postgresql
ENV PATH=/usr/local/pgsql/bin:/usr/local/bin:/usr/bin:/bin PGDATA=/var/lib/postgresql/18/docker
USER 999:999
ENTRYPOINT ["/usr/local/bin/start"]
