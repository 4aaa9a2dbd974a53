// An upkeep worker whose disk is gone.
throw new Error('The disk is gone');
