"""Checks the document of docker inspect on standard input: the eight properties of every container."""
import json
import sys

container = json.load(sys.stdin)[0]
host, config = container['HostConfig'], container['Config']
properties = {
    'a root file system that is read-only': host['ReadonlyRootfs'],
    'no capability': host['CapDrop'] == ['ALL'] and not host['CapAdd'],
    'no new privileges': 'no-new-privileges:true' in (host['SecurityOpt'] or []),
    'a limit of processes': (host['PidsLimit'] or 0) > 0,
    'a limit of memory': host['Memory'] > 0,
    'a limit of processors': host['NanoCpus'] > 0,
    'a limit of its log': 'max-size' in host['LogConfig']['Config'],
    'a user other than root': config['User'].split(':')[0] not in ('', '0', 'root'),
}
missing = [name for name, holds in properties.items() if not holds]
if missing:
    sys.exit(f"containers: {container['Name']} lacks {', '.join(missing)}")
