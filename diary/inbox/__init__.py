"""What waits to be filed in the diary: entries sealed without the passphrase, one after the other.

An entry is sealed to the diary's public key, so that it can be written down while the diary is
locked and opened only with the private key, which lies inside the encrypted diary. Nothing here
knows the database: sealing an entry loads none of it.
"""
